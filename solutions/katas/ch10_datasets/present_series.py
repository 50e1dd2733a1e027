from collections.abc import Iterable
from pathlib import Path

Row = list[str]


def rows_on_disk(rows: Iterable[Row], folder: Path) -> list[Row]:
    present = {path.stem for path in folder.glob("subset*/*.mhd")}
    return [row for row in rows if row[0] in present]
