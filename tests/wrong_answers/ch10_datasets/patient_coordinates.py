"""Wrong answers to ch10_datasets/patient_coordinates, as people write them."""

import numpy as np

from katas._dojo.writing.mistakes import instead_of


@instead_of("xyz_to_irc")
def typed_in_from_the_book(xyz, origin_xyz, spacing_xyz, direction):
    """The inverse is multiplied from the wrong side.

    Known: the_inverse_of_the_book.
    """
    origin_a = np.array(origin_xyz)
    spacing_a = np.array(spacing_xyz)
    coord_a = np.array(xyz)
    cri_a = ((coord_a - origin_a) @ np.linalg.inv(direction)) / spacing_a
    cri_a = np.round(cri_a)
    return int(cri_a[2]), int(cri_a[1]), int(cri_a[0])


@instead_of("irc_to_xyz")
def spacing_last(irc, origin_xyz, spacing_xyz, direction):
    """The spacing is multiplied after the turn.

    Known: the_spacing_after_the_turn.
    """
    i, r, c = irc
    turned = np.dot(direction, [c, r, i])
    x, y, z = turned * np.array(spacing_xyz) + np.array(origin_xyz)
    return float(x), float(y), float(z)


@instead_of("irc_to_xyz")
def nothing_turned_around(irc, origin_xyz, spacing_xyz, direction):
    """Index, row, column are taken for x, y, z.

    Known: not_turned_around.
    """
    out = np.array(direction) @ (np.array(irc) * np.array(spacing_xyz)) + np.array(origin_xyz)
    return tuple(float(v) for v in out)


@instead_of("xyz_to_irc")
def cut_off_by_int(xyz, origin_xyz, spacing_xyz, direction):
    """int cuts off what is behind the point, and the spacing is taken out too early.

    Known: cut_off, the_spacing_before_the_turn_back.
    """
    shifted = (np.array(xyz) - np.array(origin_xyz)) / np.array(spacing_xyz)
    c, r, i = np.linalg.solve(direction, shifted)
    return int(i), int(r), int(c)


@instead_of("xyz_to_irc")
def rounded_by_numpy(xyz, origin_xyz, spacing_xyz, direction):
    """NumPy rounds to floats.

    Known: floats_for_an_index.
    """
    cri = np.linalg.inv(direction) @ (np.array(xyz) - origin_xyz) / spacing_xyz
    return tuple(np.round(cri[::-1]))


@instead_of("irc_to_xyz")
def as_an_array(irc, origin_xyz, spacing_xyz, direction):
    """The place is an array.

    Known: an_array_for_a_place.
    """
    return direction @ (np.array(irc)[::-1] * spacing_xyz) + origin_xyz
