"""Right answers to ch13_segmentation/point_prompt, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [("dim=1", "dim=-1")],
    "There are as many points as masks, on the same device.": [
        ("len(masks)", "len(points)"),
        ("device=masks.device", "device=points.device"),
    ],
    "Seen on CUDA only, if at all: indices may lie on the CPU.": [(", device=masks.device", "")],
}


@instead_of("point_prompts")
def turned_around(centers):
    return centers[:, 1:].flip(dims=(1,))


@instead_of("point_prompts")
def one_by_one(centers):
    points = [torch.stack([col, row]) for _, row, col in centers]
    return torch.stack(points) if points else centers[:, :2]


@instead_of("covers")
def mask_by_mask(masks, points):
    answers = [
        bool(mask[int(y + 0.5), int(x + 0.5)])
        for mask, (x, y) in zip(masks, points.tolist(), strict=True)
    ]
    return torch.tensor(answers, dtype=torch.bool, device=masks.device)


@instead_of("covers")
def in_a_flat_image(masks, points):
    place = points.double().round().to(torch.int64)
    flat = place[:, 1] * masks.shape[2] + place[:, 0]
    return masks.flatten(1).gather(1, flat[:, None])[:, 0]
