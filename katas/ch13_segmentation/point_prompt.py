"""A point that says what to segment (§15, second edition).

Some networks segment what one points at.  A point is x, then y, as in a picture: x runs to the
right, along the columns, and y runs down, along the rows.  A voxel of a scan is (index, row,
column), and an image in memory is image[row, column]: the other way round.  Whoever mixes them up
sees no error, and a mask of something else.
"""

from torch import Tensor


def point_prompts(centers: Tensor) -> Tensor:
    """Return where N nodules lie in their slices: (x, y), in a tensor [N, 2].

    ``centers`` [N, 3] are (index, row, column) of their voxels.  The dtype stays what it is, and
    so do fractions.
    """
    raise NotImplementedError


def covers(masks: Tensor, points: Tensor) -> Tensor:
    """Return which of N masks cover their own point, bool [N].

    ``masks`` [N, H, W] are bool, ``points`` [N, 2] are (x, y), the first one for the first mask.
    The centres of pixels are at whole numbers, and a point belongs to the nearest of them.  None
    lies outside.
    """
    raise NotImplementedError
