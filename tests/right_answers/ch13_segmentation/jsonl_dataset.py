"""Right answers to ch13_segmentation/jsonl_dataset, written differently."""

import json

from torch.utils.data import Dataset

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Seen only where files have another encoding unless one is named.": [
        ('encoding="utf-8"', ""),
        ('"utf-8"', '"utf-8_"'),
    ],
}


@instead_of("JsonlDataset")
class LineByLine(Dataset):
    def __init__(self, path, is_validation, val_stride=5):
        metadata_list = []
        with open(path, encoding="utf-8") as file:
            for line in file:
                line = line.strip()
                if line:
                    metadata_list.append(json.loads(line))
        numbers = {}
        for row in sorted(metadata_list, key=lambda row: row["series_uid"]):
            numbers.setdefault(row["series_uid"], len(numbers))
        self.samples = []
        for row in metadata_list:
            if (numbers[row["series_uid"]] % val_stride == 0) is bool(is_validation):
                names = row["ct_file_name"], row["mask_file_name"]
                self.samples.append(tuple(path.parent / name for name in names))

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, ndx):
        return self.samples[ndx]


@instead_of("JsonlDataset")
class DeletedFrom:
    def __init__(self, path, is_validation, val_stride=5):
        self.path = path
        text = path.read_text(encoding="utf-8")
        self.rows = list(map(json.loads, filter(str.strip, text.split("\n"))))
        train = sorted({row["series_uid"] for row in self.rows})
        validation = train[::val_stride]
        del train[::val_stride]
        mine = validation if is_validation else train
        self.rows = [row for row in self.rows if row["series_uid"] in mine]

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, n):
        if n >= len(self):
            raise IndexError(n)
        row = self.rows[n]
        return tuple(self.path.parent.joinpath(row[f"{it}_file_name"]) for it in ("ct", "mask"))
