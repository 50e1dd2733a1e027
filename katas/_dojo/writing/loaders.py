"""A loader that remembers how it was used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any


class CountingLoader:
    """Batches that count how often somebody goes through them."""

    def __init__(self, batches: Sequence[Any]):
        self.batches = batches
        self.passes = 0

    def __len__(self) -> int:
        return len(self.batches)

    def __iter__(self) -> Iterator[Any]:
        self.passes += 1
        return iter(self.batches)
