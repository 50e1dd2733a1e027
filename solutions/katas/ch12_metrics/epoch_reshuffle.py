from collections.abc import Iterator

import torch
from torch import Generator, Tensor
from torch.utils.data import Sampler


class BalancedSampler(Sampler[int]):
    def __init__(self, labels: Tensor, length: int, generator: Generator):
        self.kinds = [(labels == label).nonzero().flatten() for label in (1, 0)]
        self.length = length
        self.generator = generator

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[int]:
        orders = [
            kind[torch.randperm(len(kind), generator=self.generator)].tolist()
            for kind in self.kinds
        ]
        for n in range(self.length):
            order = orders[n % 2]
            yield order[n // 2 % len(order)]
