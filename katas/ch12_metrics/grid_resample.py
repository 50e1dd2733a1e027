"""Resampling on a grid (§12.6.1).

``affine_grid`` takes a matrix to every voxel of the new crop, and ``grid_sample`` reads the old one
there, between voxels in proportion.  Both go from -1 to 1 along an axis, and have to agree on what
that means: with ``align_corners=False`` these are the outer edges of the first and last voxel, so
that a voxel is 2 / size wide, however many there are.
"""

from torch import Tensor


def resample(crops: Tensor, matrix: Tensor) -> Tensor:
    """Return ``crops`` [N, C, D, H, W], resampled, in their shape and dtype.

    ``matrix`` [4, 4], of the dtype of the crops, takes a point (x, y, z, 1) of the new crop to
    where it is read in the old one; its last row is 0, 0, 0, 1.  It is the same for all crops.
    Edges of the crop are at -1 and 1, not centres of its voxels.  What lies outside is as the
    voxel at the border: around air there is air, and no water, which is 0.
    """
    raise NotImplementedError
