import numpy as np

Irc = tuple[int, int, int]
Xyz = tuple[float, float, float]


def irc_to_xyz(irc: Irc, origin_xyz: Xyz, spacing_xyz: Xyz, direction: np.ndarray) -> Xyz:
    cri = np.array(irc[::-1])
    xyz = direction @ (cri * spacing_xyz) + origin_xyz
    return tuple(xyz.tolist())


def xyz_to_irc(xyz: Xyz, origin_xyz: Xyz, spacing_xyz: Xyz, direction: np.ndarray) -> Irc:
    offset = np.subtract(xyz, origin_xyz)
    cri = np.linalg.inv(direction) @ offset / spacing_xyz
    return tuple(round(number) for number in cri[::-1])
