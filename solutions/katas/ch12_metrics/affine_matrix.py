import math

import torch
from torch import Tensor

Flips = tuple[bool, bool, bool]
Triple = tuple[float, float, float]


def affine_matrix(flips: Flips, offset: Triple, scale: Triple, angle: float) -> Tensor:
    matrix = torch.eye(4)
    for axis in range(3):
        matrix[axis, axis] = -scale[axis] if flips[axis] else scale[axis]
        matrix[axis, 3] = offset[axis]
    c, s = math.cos(angle), math.sin(angle)
    rotation = torch.tensor([[c, -s, 0, 0], [s, c, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    return matrix @ rotation
