"""Wrong answers to ch14_detection/erosion, as people write them."""

import numpy as np
import torch
from scipy import ndimage
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("erode")
def pooled(mask):
    """The smallest of a cube of 27 voxels.

    Known: all_around.
    """
    x = torch.from_numpy(mask)[None, None].float()
    x = functional.pad(x, (1, 1, 1, 1, 1, 1))
    return (-functional.max_pool3d(-x, 3, stride=1))[0, 0].bool().numpy()


@instead_of("erode")
def rolled(mask):
    """What falls off at one end comes in at the other.

    Known: around_the_corner.
    """
    result = mask.copy()
    for axis in range(mask.ndim):
        result = result & np.roll(mask, 1, axis=axis) & np.roll(mask, -1, axis=axis)
    return result


@instead_of("erode")
def images(mask):
    """Each slice is an image.

    Known: slice_by_slice.
    """
    return np.stack([ndimage.binary_erosion(image) for image in mask])


@instead_of("erode")
def with_a_border(mask):
    """Beyond the edge everything is set, and so it is in the caller's array.

    Known: the_edge_kept, in_place.
    """
    mask[...] = ndimage.binary_erosion(mask, border_value=1)
    return mask


@instead_of("erode")
def cleaned(mask):
    """What is left grows again.

    Known: opening.
    """
    small = ndimage.binary_erosion(mask)
    return ndimage.binary_dilation(small)
