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
    found = []
    for irc in centers_irc:
        cri = np.array(irc[::-1])
        xyz = direction @ (cri * spacing_xyz) + origin_xyz
        found.append((series_uid, tuple(xyz.tolist())))
    return found
