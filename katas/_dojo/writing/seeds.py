"""Random numbers that are always the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Inside, the CPU draws from ``seed``; afterwards it goes on as if nothing had been drawn.

    ``torch.manual_seed`` also notes, for a CUDA that may never start, where it was called from:
    that takes a millisecond, longer than most tests.
    """
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(seed)
        yield
