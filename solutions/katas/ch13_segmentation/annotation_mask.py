import torch
from torch import Tensor

Place = tuple[int, int, int]


def annotation_mask(hu: Tensor, centers: list[Place], threshold: float = -700.0) -> Tensor:
    dense = hu > threshold
    boxes = torch.zeros_like(dense)
    for center in centers:
        box = []
        for axis, at in enumerate(center):
            line = dense[(*center[:axis], slice(None), *center[axis + 1 :])].tolist()
            radius = 2
            while radius <= at < len(line) - radius and line[at - radius] and line[at + radius]:
                radius += 1
            box.append(slice(max(at - radius, 0), at + radius + 1))
        boxes[tuple(box)] = True
    return boxes & dense
