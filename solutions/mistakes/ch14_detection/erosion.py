"""Known wrong answers to ch14_detection/erosion."""

import numpy as np
from scipy import ndimage

from katas._dojo.writing.mistakes import Edit, instead_of

around_the_corner = Edit(
    """Your first and last voxels along an axis are neighbours, as they are to np.roll, which goes
    around. Beyond the edge of the scan there is nothing.""",
    {"padded = np.pad(mask, 1)": "padded = mask", "[1:-1, 1:-1, 1:-1]": ""},
)

the_edge_kept = Edit(
    """You kept what touches the edge of the scan, as if the mask went on beyond. Around the array
    there is nothing, so a neighbour is missing there.""",
    {"np.pad(mask, 1)": "np.pad(mask, 1, constant_values=True)"},
)

slice_by_slice = Edit(
    """You eroded each slice by itself. A voxel also has a neighbour in the slice before, and in the
    one behind.""",
    {"range(3)": "range(1, 3)"},
)

one_side_only = Edit(
    """You asked one neighbour along each axis, so what is two voxels thick keeps one. There are
    two, one on each side.""",
    {"(-1, 1)": "(1,)"},
)

in_place = Edit(
    """You eroded the mask itself, which belongs to the caller. Write into a copy.""",
    {"mask.copy()": "mask"},
)

dilation = Edit(
    """Your mask grows: a voxel with any neighbour in the mask is in yours. It is left only if all
    six are in it.""",
    {"eroded &= neighbour": "eroded |= neighbour"},
)

holes_filled = Edit(
    """You asked the neighbours and not the voxel itself: a hole between six voxels is filled. What
    is left was in the mask before.""",
    {"mask.copy()": "np.ones_like(mask)"},
)

what_is_taken_away = Edit(
    """You returned the voxels that go. What is left is asked for.""",
    {"return eroded": "return mask & ~eroded"},
)

no_bools = Edit(
    """Your result holds numbers. A mask is of bools, and ~ and & need them.""",
    {"return eroded": "return eroded.astype(np.float32)"},
)


@instead_of("erode")
def all_around(mask):
    """You lose a voxel too when one at its corner or at its edge is missing. It has six neighbours,
    which share a face with it."""
    return ndimage.binary_erosion(mask, structure=np.ones((3, 3, 3)))


@instead_of("erode")
def twice(mask):
    """You took two layers away. It is one voxel on each side."""
    return ndimage.binary_erosion(mask, iterations=2)


@instead_of("erode")
def opening(mask):
    """You let grow again what was left: what is thick comes out as it was. Erosion makes everything
    smaller by a voxel."""
    return ndimage.binary_opening(mask)
