"""Wrong answers to ch10_datasets/present_series, as people write them."""

import glob
import os

from katas._dojo.writing.mistakes import instead_of


@instead_of("rows_on_disk")
def a_look_for_each_row(rows, folder):
    """The disk is asked for each row.

    Known: the_disk_asked_for_each_row.
    """
    kept = []
    for row in rows:
        if glob.glob(os.path.join(str(folder), "subset*", row[0] + ".mhd")):
            kept.append(row)
    return kept


@instead_of("rows_on_disk")
def the_end_of_a_path(rows, folder):
    """A path that ends with the series is enough.

    Known: the_end_of_a_name.
    """
    paths = [str(path) for path in folder.glob("subset*/*.mhd")]
    return [row for row in rows if any(path.endswith(row[0] + ".mhd") for path in paths)]


@instead_of("rows_on_disk")
def stripped(rows, folder):
    """Every file counts, whatever its kind.

    Known: any_kind_of_file.
    """
    present = set()
    for path in folder.glob("subset*/*"):
        present.add(path.stem)
    return [row for row in rows if row[0] in present]


@instead_of("rows_on_disk")
def the_first_subset(rows, folder):
    """Only one part is looked at, and each series is kept once.

    Known: one_part_alone, each_series_once.
    """
    present = {name[:-4] for name in os.listdir(folder / "subset0") if name.endswith(".mhd")}
    kept = []
    for row in rows:
        if row[0] in present:
            kept.append(row)
            present.remove(row[0])
    return kept


@instead_of("rows_on_disk")
def rstrip_for_a_suffix(rows, folder):
    """The letters of .mhd are taken off, whichever come last.

    Known: stripped_letter_by_letter.
    """
    names = {path.name.rstrip(".mhd") for path in folder.glob("subset*/*.mhd")}
    return [row for row in rows if row[0] in names]


@instead_of("rows_on_disk")
def remembered_by_series(rows, folder):
    """The disk is asked once for each series.

    Known: the_disk_asked_for_each_series.
    """
    known = {}
    kept = []
    for row in rows:
        if row[0] not in known:
            known[row[0]] = len(list(folder.glob(f"subset*/{row[0]}.mhd"))) > 0
        if known[row[0]]:
            kept.append(row)
    return kept


@instead_of("rows_on_disk")
def exists_for_each_row(rows, folder):
    """The disk is asked for each row.

    Known: the_disk_asked_for_each_row.
    """
    subsets = [path for path in folder.iterdir() if path.name.startswith("subset")]
    return [row for row in rows if any((it / f"{row[0]}.mhd").exists() for it in subsets)]
