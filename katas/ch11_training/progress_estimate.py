"""When will it be done (§11.7.2).

An epoch may take hours, and it is good to hear early how many.  A generator that stands around a
loader, as enumerate does, can tell from the items so far.  The first ones are slow, while processes
start and caches fill: they are left out.  And since later estimates say little that is new, there
are fewer and fewer of them.
"""

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
    """Yield ``(ndx, item)`` as enumerate does, and call ``report(ndx, end)`` now and then.

    That is once the body of the loop has run for item number ``print_ndx``, then for that times
    ``backoff``, and so on; but not below ``start_ndx`` times ``backoff``.  ``end`` is what
    ``clock()``, in seconds, will say behind the last item, if the others take as long on average
    as those so far.  The first ``start_ndx`` items, a warm-up, count neither as items nor with
    their time.

    There are ``n_items``, or len(items) if that is None; a stream has no len.  Items are asked
    for one by one.  A ``backoff`` below 2 is a ValueError that names it, at the latest when the
    first item is asked for.  ``print_ndx`` is at least 1.
    """
    raise NotImplementedError
