"""A cache on disk (§10.5.1).

To cut a crop out of a scan takes seconds, since the whole scan has to be loaded.  Kept in a
file, the crop is there at once: in the next epoch, in another process, tomorrow.
"""

from collections.abc import Callable
from pathlib import Path


def disk_cached(function: Callable, folder: Path) -> Callable:
    """Return a function that gives what ``function`` gives, but computes each call only once.

    Results are kept in ``folder``.  Whoever caches the same function there finds them, now or
    tomorrow, in this process or in another one.  Functions of other names may share the folder.
    Any result is kept that can be pickled, also None, but no error.  Whoever edits a result edits
    only a copy.

    Arguments are numbers, strings and tuples of these, by position or by keyword.  They are the
    same if their values and types are: 1, 1.0, True and "1" are four of them.
    """
    raise NotImplementedError
