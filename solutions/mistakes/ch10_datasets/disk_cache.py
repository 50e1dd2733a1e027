"""Known wrong answers to ch10_datasets/disk_cache."""

import functools
import hashlib
import json
import pickle

from katas._dojo.writing.mistakes import Edit, instead_of

KEPT = "Cache(folder).memoize(typed=True)(function)"

in_memory_alone = Edit(
    """Your results are gone when the process ends: the next run asks the function anew. Keep them
    in files, in the folder.""",
    {
        KEPT: "functools.lru_cache(None, typed=True)(_copied(function))",
        "from pathlib": "import copy\nimport functools\nfrom pathlib",
        "def disk_cached": """
            def _copied(function):
                return lambda *args, **kwargs: copy.deepcopy(function(*args, **kwargs))


            def disk_cached""",
    },
)


@instead_of("disk_cached")
def in_the_memory_of_the_process(function, folder):
    """Your results are found in this process, and by no other one: they end with it. Keep them in
    files, in the folder."""

    def cached(*args, **kwargs):
        key = str(folder), _key(function, args, kwargs)
        if key not in _in_memory:
            _in_memory[key] = pickle.dumps(function(*args, **kwargs))
        return pickle.loads(_in_memory[key])

    return cached


_in_memory = {}

in_memory_too = Edit(
    """You hand out the same object again and again, from memory. Whoever edits a result edits that
    of all others: read a new one from the disk, or copy it.""",
    {
        KEPT: f"functools.lru_cache(None, typed=True)({KEPT})",
        "from pathlib": "import functools\nfrom pathlib",
    },
)

functions_mixed_up = Edit(
    """You handed out the result of another function that shares the folder. The name of the
    function belongs to what a result is found by.""",
    {"typed=True": 'name="", typed=True'},
)

not_kept = Edit(
    """Your function is asked each time. Keep its results, and look there first.""",
    {KEPT: "function"},
)


@instead_of("disk_cached")
def types_not_told_apart(function, folder):
    """You took arguments for the same that are equal but of different types, as a dictionary takes
    1, 1.0 and True. What the function makes of them may differ: look at the types, too."""
    path = folder / "results.pickle"

    def cached(*args, **kwargs):
        known = pickle.loads(path.read_bytes()) if path.exists() else {}
        call = function.__qualname__, args, frozenset(kwargs.items())
        if call not in known:
            known[call] = function(*args, **kwargs)
            path.write_bytes(pickle.dumps(known))
        return known[call]

    return cached


@instead_of("disk_cached")
def none_taken_for_missing(function, folder):
    """You took a result of None for one that is not there, so that it is computed anew each time.
    Ask the cache in a way that tells the two apart."""
    return _by_hand(function, folder, _key, missing=None)


@instead_of("disk_cached")
def keywords_ignored(function, folder):
    """You left keywords out of what a result is found by. With another keyword it is another
    call."""
    return _by_hand(function, folder, lambda function, args, kwargs: _key(function, args, {}))


@instead_of("disk_cached")
def arguments_run_together(function, folder):
    """You made one text of the arguments, in which some calls look alike: 1, 23 and 12, 3 run
    together, and so do "a, b" and "a", "b". Keep each argument apart."""
    return _by_hand(
        function,
        folder,
        lambda function, args, kwargs: _key(function, ("".join(map(str, args)),), kwargs),
    )


@instead_of("disk_cached")
def found_by_the_hash_of_a_text(function, folder):
    """You found results by hash() of something that holds a string, which is another number in each
    run of Python: the next run finds nothing. Take the text itself, or a digest by hashlib."""
    return _by_hand(function, folder, lambda *call: hash(_key(*call)))


@instead_of("disk_cached")
def found_by_an_address(function, folder):
    """You found results by the function itself: by its id, or by its repr, in which there is its
    address. The same function has another one in the next run, which finds nothing: take its
    name."""
    return _by_hand(function, folder, lambda *call: (id(function), _key(*call)))


@instead_of("disk_cached")
def read_only_once(function, folder):
    """You compute anew what others have kept since your function was cached, as when results are
    read but once, at the beginning. Look into the folder at each call."""
    known = {path: path.read_bytes() for path in folder.glob("*.pickle")}

    def cached(*args, **kwargs):
        path = _path(folder, _key(function, args, kwargs))
        if path not in known:
            known[path] = pickle.dumps(function(*args, **kwargs))
            path.write_bytes(known[path])
        return pickle.loads(known[path])

    return cached


@instead_of("disk_cached")
def found_by_a_hash(function, folder):
    """You found results by the hash of the arguments. Different arguments may have the same: -1 and
    -2 do. And that of a string is another one in the next run."""
    return _by_hand(
        function,
        folder,
        lambda function, args, kwargs: (function.__qualname__, hash((args, *kwargs.items()))),
    )


@instead_of("disk_cached")
def kept_as_text(function, folder):
    """You kept results as text, as JSON does, and other things come back: lists for tuples, arrays
    or tensors. A pickle brings back what it was given."""

    @functools.wraps(function)
    def as_text(*args, **kwargs):
        text = json.dumps(function(*args, **kwargs), default=lambda it: it.tolist())
        return json.loads(text)

    return _by_hand(as_text, folder, _key)


@instead_of("disk_cached")
def errors_kept(function, folder):
    """You kept an error, or handed it on as a result. What failed may work the next time: let the
    error through, and keep nothing."""

    def remembering(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception as error:
            return error

    remembering.__qualname__ = function.__qualname__
    kept = _by_hand(remembering, folder, _key)

    def raising(*args, **kwargs):
        result = kept(*args, **kwargs)
        if isinstance(result, Exception):
            raise result
        return result

    return raising


_MISSING = object()


def _key(function, args, kwargs):
    return repr(
        (function.__module__, function.__qualname__, args, sorted(kwargs.items(), key=repr))
    )


def _path(folder, key):
    return folder / f"{hashlib.sha256(repr(key).encode()).hexdigest()}.pickle"


def _by_hand(function, folder, key_of, missing=_MISSING):
    def cached(*args, **kwargs):
        path = _path(folder, key_of(function, args, kwargs))
        result = pickle.loads(path.read_bytes()) if path.exists() else missing
        if result is missing:
            result = function(*args, **kwargs)
            path.write_bytes(pickle.dumps(result))
        return result

    return cached
