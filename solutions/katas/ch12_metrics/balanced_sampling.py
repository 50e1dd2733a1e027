from collections.abc import Sequence
from typing import Any

from torch.utils.data import Dataset


class BalancedDataset(Dataset):
    def __init__(self, positives: Sequence[Any], negatives: Sequence[Any], ratio: int, length: int):
        self.positives, self.negatives = positives, negatives
        self.ratio = ratio
        self.length = length if ratio else len(positives) + len(negatives)

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, index: int) -> Any:
        if index >= self.length:
            raise IndexError(f"index {index} of {self.length} samples")
        if not self.ratio:
            return [*self.positives, *self.negatives][index]
        turn, place = divmod(index, self.ratio + 1)
        if place == 0:
            return self.positives[turn % len(self.positives)]
        negative = turn * self.ratio + place - 1
        return self.negatives[negative % len(self.negatives)]
