from collections.abc import Callable
from pathlib import Path

from diskcache import Cache


def disk_cached(function: Callable, folder: Path) -> Callable:
    return Cache(folder).memoize(typed=True)(function)
