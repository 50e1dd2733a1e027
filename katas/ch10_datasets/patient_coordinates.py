"""From voxels to the patient (§10.4.3).

An array counts voxels by index, row, column; a place in the patient is x, y, z, in millimetres.
From the one to the other: turn the order around to column, row, index; multiply by the spacing,
which gives millimetres along the axes of the scan; let the direction matrix turn these into the
patient's; add the origin, where voxel (0, 0, 0) lies.  Back, each step is undone, the last first.
"""

import numpy as np

Irc = tuple[int, int, int]
Xyz = tuple[float, float, float]


def irc_to_xyz(irc: Irc, origin_xyz: Xyz, spacing_xyz: Xyz, direction: np.ndarray) -> Xyz:
    """Return where in the patient the middle of voxel ``irc`` lies, as three floats.

    ``spacing_xyz`` is how far apart columns, rows, slices lie.  The columns of ``direction``,
    [3, 3], are the directions in which these three run: of length 1, at right angles.
    """
    raise NotImplementedError


def xyz_to_irc(xyz: Xyz, origin_xyz: Xyz, spacing_xyz: Xyz, direction: np.ndarray) -> Irc:
    """Return the voxel whose middle lies nearest to ``xyz``, as three ints.

    What lies outside of the scan gets the index that a voxel there would have.
    """
    raise NotImplementedError
