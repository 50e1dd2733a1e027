"""Right answers to ch10_datasets/patient_coordinates, written differently."""

from collections import namedtuple

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "NumPy's float64 is a float.": [("tuple(xyz.tolist())", "tuple(xyz)")],
}

IrcTuple = namedtuple("IrcTuple", ["index", "row", "col"])
XyzTuple = namedtuple("XyzTuple", ["x", "y", "z"])


@instead_of("irc_to_xyz")
def the_code_of_the_book(irc, origin_xyz, spacing_xyz, direction):
    cri_a = np.array(irc)[::-1]
    origin_a = np.array(origin_xyz)
    spacing_a = np.array(spacing_xyz)
    coords_xyz = (direction @ (cri_a * spacing_a)) + origin_a
    return XyzTuple(*coords_xyz)


@instead_of("irc_to_xyz")
def axis_by_axis(irc, origin_xyz, spacing_xyz, direction):
    steps = list(zip(reversed(irc), spacing_xyz, direction.T.tolist(), strict=True))
    return tuple(
        start + sum(n * spacing * along[axis] for n, spacing, along in steps)
        for axis, start in enumerate(origin_xyz)
    )


@instead_of("xyz_to_irc")
def with_the_inverse_on_the_left(xyz, origin_xyz, spacing_xyz, direction):
    origin_a = np.array(origin_xyz)
    spacing_a = np.array(spacing_xyz)
    coord_a = np.array(xyz)
    cri_a = (np.linalg.inv(direction) @ (coord_a - origin_a)) / spacing_a
    cri_a = np.round(cri_a)
    return IrcTuple(int(cri_a[2]), int(cri_a[1]), int(cri_a[0]))


@instead_of("xyz_to_irc")
def the_transpose_from_the_right(xyz, origin_xyz, spacing_xyz, direction):
    return tuple(np.rint((np.array(xyz) - origin_xyz) @ direction / spacing_xyz).astype(int))[::-1]


@instead_of("xyz_to_irc")
def solved_by_torch(xyz, origin_xyz, spacing_xyz, direction):
    xyz, origin, spacing = (torch.tensor(it).double() for it in (xyz, origin_xyz, spacing_xyz))
    matrix = torch.from_numpy(direction) * spacing
    return tuple(torch.linalg.solve(matrix, xyz - origin).flip(0).round().int().tolist())
