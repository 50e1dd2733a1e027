"""Erosion of a mask (§14.3.1).

What a model marks is ragged, with single voxels and thin bridges between things that are two.
Erosion takes the outermost voxels away, all around: what is thin vanishes, what is thick is left,
smaller than it was.
"""

import numpy as np


def erode(mask: np.ndarray) -> np.ndarray:
    """Return a new array, of bools, with what is left of ``mask`` [I, R, C], of bools.

    A voxel is left if it is in the mask, and its six neighbours are too: the one before and the
    one behind it along each axis.  Around the array there is nothing.
    """
    raise NotImplementedError
