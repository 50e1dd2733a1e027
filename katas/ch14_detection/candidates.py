"""Nodule candidates (§14.3.2).

What a segmentation finds is a place in an array, and lies between voxels: index, row, column, with
fractions.  A candidate is a place in the patient: x, y, z, in millimetres.  Columns run along the
first column of ``direction``, rows along the second, slices along the third.
"""

from collections.abc import Sequence

import numpy as np

Irc = tuple[float, float, float]
Xyz = tuple[float, float, float]


def candidates(
    series_uid: str,
    centers_irc: Sequence[Irc],
    origin_xyz: Xyz,
    spacing_xyz: Xyz,
    direction: np.ndarray,
) -> list[tuple[str, Xyz]]:
    """Return for each centre, in their order, the scan that it is in and where it lies there.

    A place is a tuple of three floats.  ``origin_xyz`` is that of voxel (0, 0, 0), ``spacing_xyz``
    how far apart columns, rows and slices lie, ``direction`` a matrix [3, 3].
    """
    raise NotImplementedError
