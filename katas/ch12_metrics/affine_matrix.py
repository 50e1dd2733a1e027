"""Flips, shifts, scales, turns in one matrix (§12.6.1).

A crop that is flipped, moved, scaled, turned is a new sample with the old label.  One matrix holds
it all.  It says for each point of the new crop where in the old one to read, so what it does to
places, the picture seems to undergo in reverse.  Places go from -1 to 1 along x, the columns, along
y, the rows, and along z, the slices: in this order, which is not that of the dimensions.
"""

from torch import Tensor

Flips = tuple[bool, bool, bool]
Triple = tuple[float, float, float]


def affine_matrix(flips: Flips, offset: Triple, scale: Triple, angle: float) -> Tensor:
    """Return the matrix [4, 4], float32, that takes a point (x, y, z, 1) where it is to be read.

    The point is turned by ``angle`` first, in radians, in the plane of x and y, from x towards y.
    Then each coordinate is multiplied by its ``scale``, and by -1 where ``flips`` is True.  At
    last ``offset`` is added.  All three are in the order x, y, z.

    ``affine_grid`` takes the first three rows; the last one is 0, 0, 0, 1.
    """
    raise NotImplementedError
