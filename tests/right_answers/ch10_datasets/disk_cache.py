"""Right answers to ch10_datasets/disk_cache, written differently."""

import functools
import hashlib
import pickle

from diskcache import FanoutCache

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "diskcache looks at pickled arguments, in which types differ anyhow.": [
        ("typed=True", "typed=False"),
        ("typed=True", ""),
    ],
}


@instead_of("disk_cached")
def the_cache_of_the_book(function, folder):
    raw_cache = FanoutCache(str(folder), shards=2, timeout=1, size_limit=3e11)

    @raw_cache.memoize(typed=True, name=function.__qualname__)
    def cached(*args, **kwargs):
        return function(*args, **kwargs)

    return cached


@instead_of("disk_cached")
def a_file_for_each_result(function, folder):
    @functools.wraps(function)
    def cached(*args, **kwargs):
        call = repr((function.__qualname__, args, sorted(kwargs.items())))
        path = folder / f"{hashlib.sha256(call.encode()).hexdigest()}.pickle"
        if not path.exists():
            path.write_bytes(pickle.dumps(function(*args, **kwargs)))
        return pickle.loads(path.read_bytes())

    return cached
