"""Only what is on disk (§10.2.2).

LUNA's scans take 120 GB, in ten parts, ``subset0`` to ``subset9``.  Who has only some of the
parts still has tables of all scans.  So the rows are kept whose scan is there.  A table has more
than half a million rows, and a disk is slow: it is asked once, not for each row.
"""

from collections.abc import Iterable
from pathlib import Path

Row = list[str]


def rows_on_disk(rows: Iterable[Row], folder: Path) -> list[Row]:
    """Return those of ``rows`` whose scan is there, in their order.

    The first field of a row is its series.  Its scan is there if one of the folders ``subset*``
    in ``folder`` has a file named as the series, followed by ``.mhd``.

    How often the disk is asked does not depend on the rows, nor on how many there are.
    """
    raise NotImplementedError
