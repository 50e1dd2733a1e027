"""Wrong answers to ch14_detection/candidates, as people write them."""

import numpy as np

from katas._dojo.writing.mistakes import instead_of


@instead_of("candidates")
def in_the_order_of_the_array(series_uid, centers_irc, origin_xyz, spacing_xyz, direction):
    """Index, row, column stand where x, y, z should.

    Known: handed_over.
    """
    result = []
    for center in centers_irc:
        offset = [a * s for a, s in zip(center, spacing_xyz, strict=True)]
        turned = [sum(d * o for d, o in zip(row, offset, strict=True)) for row in direction]
        result.append(
            (series_uid, tuple(float(t + o) for t, o in zip(turned, origin_xyz, strict=True)))
        )
    return result


@instead_of("candidates")
def to_the_nearest_voxel(series_uid, centers_irc, origin_xyz, spacing_xyz, direction):
    """A centre becomes a voxel first.

    Known: rounded_first.
    """
    out = []
    for i, r, c in centers_irc:
        cri = np.array([round(c), round(r), round(i)]) * np.array(spacing_xyz)
        out.append((series_uid, tuple(float(v) for v in direction @ cri + np.array(origin_xyz))))
    return out


@instead_of("candidates")
def rows_of_the_matrix(series_uid, centers_irc, origin_xyz, spacing_xyz, direction):
    """Places times the matrix, for the matrix times places.

    Known: direction_by_rows.
    """
    if not len(centers_irc):
        return []
    a = np.asarray(centers_irc)[:, ::-1] * np.asarray(spacing_xyz)
    return [(series_uid, tuple(p)) for p in (a @ direction + np.asarray(origin_xyz)).tolist()]


@instead_of("candidates")
def from_the_first_voxel(series_uid, centers_irc, origin_xyz, spacing_xyz, direction):
    """The origin is left out, and a place is an array.

    Known: no_origin, an_array_for_a_place.
    """
    return [
        (series_uid, np.matmul(direction, np.array(center)[::-1] * spacing_xyz))
        for center in centers_irc
    ]


@instead_of("candidates")
def row_first(series_uid, centers_irc, origin_xyz, spacing_xyz, direction):
    """The row stands where x should.

    Known: rows_along_x.
    """
    out = []
    for i, r, c in centers_irc:
        xyz = np.array(origin_xyz) + (np.array([r, c, i]) * np.array(spacing_xyz)) @ direction.T
        out.append((series_uid, tuple(float(v) for v in xyz)))
    return out


@instead_of("candidates")
def lists(series_uid, centers_irc, origin_xyz, spacing_xyz, direction):
    """The matrix turns the origin, too, and a place is a list.

    Known: origin_turned_too, an_array_for_a_place.
    """
    out = []
    for irc in centers_irc:
        xyz = direction @ (np.array(irc[::-1]) * spacing_xyz + origin_xyz)
        out.append((series_uid, xyz.tolist()))
    return out
