"""Right answers to ch13_segmentation/upsampled_logits, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Corners are not aligned unless one asks for it.": [(", align_corners=False", "")],
}


@instead_of("full_size_labels")
def as_the_image_processor(logits, size):
    maps = []
    for image in logits:
        resized = nn.functional.interpolate(
            image.unsqueeze(dim=0), size=size, mode="bilinear", align_corners=False
        )
        maps.append(resized[0].argmax(dim=0))
    return torch.stack(maps)


@instead_of("full_size_labels")
def by_a_module(logits, size):
    large = nn.Upsample(size=size, mode="bilinear")(logits)
    return large.log_softmax(1).max(dim=1).indices


@instead_of("full_size_labels")
def by_two_matrices(logits, size):
    down, along = (_weights(n, m, logits) for n, m in zip(logits.shape[2:], size, strict=True))
    return torch.einsum("yr,ncrs,xs->ncyx", down, logits, along).argmax(dim=-3)


def _weights(n_small, n_large, like):
    places = (torch.arange(n_large).to(like) + 0.5) * n_small / n_large - 0.5
    away = places.clamp(0, n_small - 1)[:, None] - torch.arange(n_small).to(like)
    return (1 - away.abs()).clamp(min=0)
