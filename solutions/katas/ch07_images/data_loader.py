import math
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor
from torch.utils.data import Dataset


class DataLoader:
    def __init__(
        self,
        dataset: Dataset,
        batch_size: int,
        shuffle: bool = False,
        drop_last: bool = False,
        generator: torch.Generator | None = None,
    ):
        self.dataset = dataset
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.drop_last = drop_last
        self.generator = generator

    def __len__(self) -> int:
        n_batches = len(self.dataset) / self.batch_size
        return math.floor(n_batches) if self.drop_last else math.ceil(n_batches)

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        order = self._order()
        for batch in range(len(self)):
            start = batch * self.batch_size
            samples = [self.dataset[index] for index in order[start : start + self.batch_size]]
            imgs, labels = zip(*samples, strict=True)
            yield torch.stack(imgs), torch.tensor(labels)

    def _order(self) -> Sequence[int]:
        n_samples = len(self.dataset)
        if not self.shuffle:
            return range(n_samples)
        return torch.randperm(n_samples, generator=self.generator).tolist()
