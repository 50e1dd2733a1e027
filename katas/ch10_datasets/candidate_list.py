"""One list from two tables (§10.2.2).

``candidates.csv`` says what may be a nodule, ``annotations.csv`` how large the nodules are.  The
same nodule does not lie at quite the same place in both, so a candidate takes the diameter of an
annotation that lies near it.
"""

from collections import namedtuple
from pathlib import Path

Candidate = namedtuple("Candidate", "is_nodule, diameter_mm, series_uid, center_xyz")


def candidate_list(folder: Path) -> list[Candidate]:
    """Return all candidates, sorted as tuples are, the largest first: nodules before the rest.

    Below a header, both tables have the columns seriesuid, coordX, coordY, coordZ, in
    millimetres.  Then come class, 1 for a nodule or 0, and diameter_mm.

    ``is_nodule`` is a bool, ``diameter_mm`` a float, ``series_uid`` a str, ``center_xyz`` the
    candidate's own place, a tuple of three floats.  The diameter is that of the first annotation
    of the same series that lies, along each axis by itself, at most a quarter of its diameter
    away; 0.0 if there is none.
    """
    raise NotImplementedError
