"""Right answers to ch12_metrics/affine_matrix, written differently."""

import math

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("affine_matrix")
def as_the_book_multiplies(flips, offset, scale, angle):
    transform_t = torch.eye(4)
    for i in range(3):
        if flips[i]:
            transform_t[i, i] *= -1
        transform_t[i, 3] = offset[i]
        transform_t[i, i] *= scale[i]
    s, c = math.sin(angle), math.cos(angle)
    rotation_t = torch.tensor([[c, -s, 0, 0], [s, c, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    transform_t @= rotation_t
    return transform_t


@instead_of("affine_matrix")
def a_product_of_four(flips, offset, scale, angle):
    kwargs = {"dtype": torch.float64}
    move, turn = torch.eye(4, **kwargs), torch.eye(4, **kwargs)
    move[:3, 3] = torch.tensor(offset, **kwargs)
    turn[:2, :2] = torch.tensor(
        [[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]], **kwargs
    )
    flip = torch.diag(torch.tensor([*(-1.0 if it else 1.0 for it in flips), 1.0], **kwargs))
    stretch = torch.diag(torch.tensor([*scale, 1.0], **kwargs))
    return (move @ flip @ stretch @ turn).float()
