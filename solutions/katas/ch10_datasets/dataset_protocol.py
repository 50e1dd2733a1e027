from collections.abc import Callable, Sequence
from typing import Any

from torch import Tensor
from torch.utils.data import Dataset


class ArrayDataset(Dataset):
    def __init__(
        self,
        samples: Sequence | Tensor,
        targets: Sequence | Tensor,
        transform: Callable[[Any], Any] | None = None,
    ):
        if len(samples) != len(targets):
            raise ValueError(f"{len(samples)} samples, but {len(targets)} targets")
        self.samples = samples
        self.targets = targets
        self.transform = transform

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> tuple[Any, Any]:
        # Lists and tensors know negative indices, and raise IndexError past either end.
        sample, target = self.samples[index], self.targets[index]
        if self.transform is not None:
            sample = self.transform(sample)
        return sample, target
