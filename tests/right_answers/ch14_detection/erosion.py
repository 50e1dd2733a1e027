"""Right answers to ch14_detection/erosion, written differently."""

import numpy as np
import torch
from scipy import ndimage
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "All six neighbours are asked, in any order.": [("(-1, 1)", "(1, -1)")],
    "What is eroded is a copy, which nobody else holds.": [
        ("eroded &= neighbour", "eroded = eroded & neighbour"),
    ],
}


@instead_of("erode")
def as_in_the_book(mask):
    return ndimage.binary_erosion(mask, iterations=1)


@instead_of("erode")
def counted_by_a_convolution(mask):
    kernel = torch.zeros(1, 1, 3, 3, 3)
    for place in [(1, 1, 1), (0, 1, 1), (2, 1, 1), (1, 0, 1), (1, 2, 1), (1, 1, 0), (1, 1, 2)]:
        kernel[0, 0][place] = 1
    count = functional.conv3d(torch.tensor(mask).float()[None, None], kernel, padding=1)
    return (count[0, 0] > 6.5).numpy()


@instead_of("erode")
def by_slices(mask):
    left = np.zeros_like(mask)
    m = mask
    left[1:-1, 1:-1, 1:-1] = (
        m[1:-1, 1:-1, 1:-1]
        & (m[:-2, 1:-1, 1:-1] & m[2:, 1:-1, 1:-1])
        & (m[1:-1, :-2, 1:-1] & m[1:-1, 2:, 1:-1])
        & (m[1:-1, 1:-1, :-2] & m[1:-1, 1:-1, 2:])
    )
    return left
