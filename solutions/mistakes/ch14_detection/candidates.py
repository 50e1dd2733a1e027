"""Known wrong answers to ch14_detection/candidates."""

import numpy as np

from katas._dojo.writing.mistakes import Edit, instead_of

handed_over = Edit(
    """You handed index, row, column over as x, y, z. Columns run along x, rows along y, slices
    along z: turn the order around.""",
    {"irc[::-1]": "irc"},
)

rows_along_x = Edit(
    """You let rows run along x, and columns along y. A column is how far it is to the right: the
    column is x, the row y.""",
    {"irc[::-1]": "[irc[1], irc[2], irc[0]]"},
)

spacing_turned_around = Edit(
    """You turned the order of the spacing around. It is x, y, z already: turn the centre alone.""",
    {"(cri * spacing_xyz)": "(cri * spacing_xyz[::-1])"},
)

voxels_for_millimetres = Edit(
    """You passed index, row, column on as they are. A place in the patient is in millimetres, from
    the scan's own origin.""",
    {"direction @ (cri * spacing_xyz) + origin_xyz": "np.array(irc, dtype=float)"},
)

rounded_first = Edit(
    """You rounded the centre to a voxel first. It lies between voxels, and half a slice is more
    than a millimetre.""",
    {"np.array(irc[::-1])": "np.array(irc[::-1]).round()"},
)

cut_off = Edit(
    """You cut the fractions of the centre off, as int does. It lies between voxels.""",
    {"np.array(irc[::-1])": "np.array(irc[::-1]).astype(int)"},
)

half_a_voxel_on = Edit(
    """You are half a voxel off: the origin is the middle of voxel (0, 0, 0), not its corner.""",
    {"np.array(irc[::-1])": "np.array(irc[::-1]) + 0.5"},
)

spacing_after_direction = Edit(
    """You multiplied by the spacing after the direction. The spacing is that of columns, rows and
    slices: it comes first.""",
    {"direction @ (cri * spacing_xyz)": "(direction @ cri) * spacing_xyz"},
)

direction_by_rows = Edit(
    """You took the rows of direction. Its columns are where columns, rows and slices run.""",
    {"direction @": "direction.T @"},
)

origin_turned_too = Edit(
    """You let direction turn the origin, too. It lies in the patient, in x, y, z: add it last.""",
    {"(cri * spacing_xyz) + origin_xyz": "(cri * spacing_xyz + origin_xyz)"},
)

no_direction = Edit(
    """You left direction out: your places are right only if the scan lies straight.""",
    {"direction @ (cri * spacing_xyz)": "cri * spacing_xyz"},
)

no_spacing = Edit(
    """You took a voxel for a millimetre. Multiply by the spacing.""",
    {"(cri * spacing_xyz)": "cri"},
)

no_origin = Edit(
    """You told places from voxel (0, 0, 0). It does not lie at 0, but at the origin: add it.""",
    {" + origin_xyz": ""},
)

an_array_for_a_place = Edit(
    """Your place is no tuple, and can go into no set. It is a tuple of floats.""",
    {"tuple(xyz.tolist())": "xyz"},
)


@instead_of("candidates")
def nothing_is_an_error(series_uid, centers_irc, origin_xyz, spacing_xyz, direction):
    """Your code needs at least one centre. Where the segmentation has found nothing, the list is
    empty."""
    cri = np.array(centers_irc)[:, ::-1]
    xyz = cri * spacing_xyz @ direction.T + origin_xyz
    return [(series_uid, tuple(place)) for place in xyz.tolist()]
