"""Wrong answers to ch13_segmentation/jsonl_dataset, as people write them."""

import json
from pathlib import Path

from torch.utils.data import Dataset

from katas._dojo.writing.mistakes import instead_of


class _Listed(Dataset):
    def __len__(self):
        return len(self.metadata)

    def __getitem__(self, index):
        row = self.metadata[index]
        return self.root / row["ct_file_name"], self.root / row["mask_file_name"]


@instead_of("JsonlDataset")
class FirstEightyPercent(_Listed):
    """The file is cut in two.

    Known: split_by_position_as_in_the_book.
    """

    def __init__(self, path, is_validation, val_stride=5):
        self.root = Path(path).parent
        with open(path, encoding="utf-8") as file:
            self.metadata = [json.loads(line) for line in file if line.strip()]
        train_length = len(self.metadata) - len(self.metadata) // val_stride
        if is_validation:
            self.metadata = self.metadata[train_length:]
        else:
            self.metadata = self.metadata[:train_length]


@instead_of("JsonlDataset")
class EveryFifthLine(_Listed):
    """Lines are split, with empty lines among them.

    Known: every_kth_line, empty_lines_read_as_in_the_book.
    """

    def __init__(self, path, is_validation, val_stride=5):
        self.root = path.parent
        self.metadata = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        if is_validation:
            self.metadata = self.metadata[::val_stride]
        else:
            del self.metadata[::val_stride]


@instead_of("JsonlDataset")
class AsTheyCome(_Listed):
    """The series are numbered as they come.

    Known: in_the_order_of_the_file.
    """

    def __init__(self, path, is_validation, val_stride=5):
        self.root = path.parent
        rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
        series = []
        for row in rows:
            if row["series_uid"] not in series:
                series.append(row["series_uid"])
        chosen = [uid for n, uid in enumerate(series) if (n % val_stride == 0) == is_validation]
        self.metadata = [row for row in rows if row["series_uid"] in chosen]


@instead_of("JsonlDataset")
class NoFolder(_Listed):
    """Paths are as the file has them.

    Known: the_folder_of_the_program.
    """

    def __init__(self, path, is_validation, val_stride=5):
        self.root = Path()
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        held_out = sorted({row["series_uid"] for row in rows})[::val_stride]
        self.metadata = [row for row in rows if is_validation == (row["series_uid"] in held_out)]


@instead_of("JsonlDataset")
class AsStrings(_Listed):
    """Whoever has several samples is counted several times, and paths are strings.

    Known: each_sample_counts, strings_for_paths.
    """

    def __init__(self, path, is_validation, val_stride=5):
        self.root = path.parent
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        held_out = set(sorted(row["series_uid"] for row in rows)[::val_stride])
        self.metadata = [row for row in rows if is_validation == (row["series_uid"] in held_out)]

    def __getitem__(self, n):
        return tuple(map(str, super().__getitem__(n)))
