from collections.abc import Callable, Iterable, Iterator
from typing import Any


def enumerate_with_estimate(
    items: Iterable[Any],
    clock: Callable[[], float],
    report: Callable[[int, float], None],
    start_ndx: int = 0,
    print_ndx: int = 4,
    backoff: int = 2,
    n_items: int | None = None,
) -> Iterator[tuple[int, Any]]:
    if backoff < 2:
        raise ValueError(f"a backoff of {backoff} makes no report rarer")
    if n_items is None:
        n_items = len(items)
    start = clock()
    for ndx, item in enumerate(items):
        yield ndx, item
        if ndx == print_ndx:
            if ndx >= start_ndx * backoff:
                per_item = (clock() - start) / (ndx - start_ndx + 1)
                report(ndx, start + per_item * (n_items - start_ndx))
            print_ndx *= backoff
        if ndx + 1 == start_ndx:
            start = clock()
