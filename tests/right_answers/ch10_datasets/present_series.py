"""Right answers to ch10_datasets/present_series, written differently."""

import glob
import os

from katas._dojo.writing.mistakes import instead_of


@instead_of("rows_on_disk")
def the_code_of_the_book(rows, folder):
    mhd_list = glob.glob(f"{folder}/subset*/*.mhd")
    present_on_disk = {os.path.split(p)[-1][:-4] for p in mhd_list}

    kept = []
    for row in rows:
        series_uid = row[0]
        if series_uid not in present_on_disk:
            continue
        kept.append(row)
    return kept


@instead_of("rows_on_disk")
def folder_by_folder(rows, folder):
    names = set()
    for subset in os.scandir(folder):
        if subset.name.startswith("subset"):
            names.update(os.listdir(subset))
    return list(filter(lambda row: f"{row[0]}.mhd" in names, rows))
