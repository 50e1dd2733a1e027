"""Right answers to ch14_detection/candidates, written differently."""

from typing import NamedTuple

import numpy as np

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {"A number of NumPy's float64 is a float.": [("tuple(xyz.tolist())", "tuple(xyz)")]}


class _Xyz(NamedTuple):
    x: float
    y: float
    z: float


@instead_of("candidates")
def as_in_the_book(series_uid, centers_irc, origin_xyz, spacing_xyz, direction):
    candidate_list = []
    for center_irc in centers_irc:
        cri_a = np.array(center_irc)[::-1]
        origin_a = np.array(origin_xyz)
        vx_size_a = np.array(spacing_xyz)
        coords_xyz = (direction @ (cri_a * vx_size_a)) + origin_a
        candidate_list.append((series_uid, _Xyz(*coords_xyz)))
    return candidate_list


@instead_of("candidates")
def all_at_once(series_uid, centers_irc, origin_xyz, spacing_xyz, direction):
    centers = np.array(centers_irc, dtype=float).reshape(-1, 3)[:, ::-1]
    xyz = centers @ (direction * spacing_xyz).T + origin_xyz
    return [(series_uid, tuple(place)) for place in xyz.tolist()]
