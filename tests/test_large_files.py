"""What a spec shows of ten thousand rows, the reference does with twenty times as many."""

import csv
import tracemalloc

from solutions.katas.ch10_datasets.csv_peek import csv_peek

N_ROWS = 200_000


def test_two_hundred_thousand_rows_are_not_held(tmp_path):
    path = tmp_path / "candidates.csv"
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["series", "class"])
        rows.writerows([n, n % 400 == 0] for n in range(N_ROWS))
    tracemalloc.start()
    try:
        header, first, n_rows = csv_peek(path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (header, n_rows) == (["series", "class"], N_ROWS)
    assert first[0] == ["0", "True"]
    assert most < 2**20 < path.stat().st_size
