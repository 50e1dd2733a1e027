import json
from pathlib import Path

from torch.utils.data import Dataset


class JsonlDataset(Dataset):
    def __init__(self, path: Path, is_validation: bool, val_stride: int = 5):
        with path.open(encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        series = sorted({row["series_uid"] for row in rows})
        held_out = series[::val_stride]
        self.folder = path.parent
        self.rows = [row for row in rows if (row["series_uid"] in held_out) == is_validation]

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, n: int) -> tuple[Path, Path]:
        row = self.rows[n]
        return self.folder / row["ct_file_name"], self.folder / row["mask_file_name"]
