"""Samples in a list on disk (§15, second edition).

A file of JSON lines has one sample a line.  In this one the largest nodules come first, and a
patient may have several.  Whoever trains on the first 80 per cent of it trains on large nodules and
is tested on small ones; whoever tests on every fifth line tests on patients that the network has
seen.  So patients are split, and not lines.
"""

from pathlib import Path

from torch.utils.data import Dataset


class JsonlDataset(Dataset):
    """Pairs of paths, of a slice and of its mask, in the order of the file.

    Each line is a JSON object with "series_uid", which stands for the patient, "ct_file_name" and
    "mask_file_name", which are relative to the folder of the file.  Lines that are empty, or
    nothing but spaces, are no samples.
    """

    def __init__(self, path: Path, is_validation: bool, val_stride: int = 5):
        """Take the samples of one side.

        Of the series UIDs of the whole file, each once and sorted as strings, the first is for
        validation, and every ``val_stride``-th from there on; the others are for training.
        """
        raise NotImplementedError

    def __len__(self) -> int:
        """Return how many samples there are on this side."""
        raise NotImplementedError

    def __getitem__(self, n: int) -> tuple[Path, Path]:
        """Return the paths of slice and mask of sample ``n``, or raise IndexError."""
        raise NotImplementedError
