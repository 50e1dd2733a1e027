"""Wrong answers to ch10_datasets/disk_cache, as people write them."""

import functools
import hashlib
import pickle

from katas._dojo.writing.mistakes import instead_of


@instead_of("disk_cached")
def a_file_named_by_the_arguments(function, folder):
    """Arguments are joined to one string, and keywords do not count.

    Known: arguments_run_together, keywords_ignored, types_not_told_apart.
    """

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        name = function.__name__ + "_" + "_".join(str(arg) for arg in args)
        path = folder / hashlib.md5(name.encode()).hexdigest()
        if path.exists():
            return pickle.loads(path.read_bytes())
        result = function(*args, **kwargs)
        path.write_bytes(pickle.dumps(result))
        return result

    return wrapper


@instead_of("disk_cached")
def lru(function, folder):
    """Only this process remembers.

    Known: in_memory_alone, in_memory_too.
    """
    return functools.lru_cache(maxsize=None, typed=True)(function)


@instead_of("disk_cached")
def none_for_not_there(function, folder):
    """A result of None is taken for a missing one, and an error for a result.

    Known: none_taken_for_missing.
    """

    def wrapper(*args, **kwargs):
        key = repr((function.__qualname__, args, sorted(kwargs.items())))
        path = folder / (hashlib.sha1(key.encode()).hexdigest() + ".pkl")
        result = pickle.loads(path.read_bytes()) if path.is_file() else None
        if result is None:
            result = function(*args, **kwargs)
            path.write_bytes(pickle.dumps(result))
        return result

    return wrapper


@instead_of("disk_cached")
def with_a_dictionary_in_front(function, folder):
    """What is in the dictionary is handed out itself.

    Known: in_memory_too.
    """
    memory = {}

    def wrapper(*args, **kwargs):
        key = repr((function.__qualname__, args, sorted(kwargs.items())))
        path = folder / hashlib.sha1(key.encode()).hexdigest()
        if key not in memory:
            if path.exists():
                memory[key] = pickle.loads(path.read_bytes())
            else:
                memory[key] = function(*args, **kwargs)
                path.write_bytes(pickle.dumps(memory[key]))
        return memory[key]

    return wrapper


@instead_of("disk_cached")
def a_dictionary_of_the_module(function, folder):
    """The results of all functions are in one dictionary, which ends with the process.

    Known: in_the_memory_of_the_process.
    """

    def wrapper(*args, **kwargs):
        key = (str(folder), function.__qualname__, repr((args, sorted(kwargs.items()))))
        if key not in _known:
            _known[key] = pickle.dumps(function(*args, **kwargs))
        return pickle.loads(_known[key])

    return wrapper


_known = {}


@instead_of("disk_cached")
def a_file_named_by_hash(function, folder):
    """Python's hash of a text names the file.

    Known: found_by_the_hash_of_a_text.
    """

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        key = hash((function.__qualname__, repr(args), repr(sorted(kwargs.items()))))
        path = folder / f"{key}.pkl"
        if not path.exists():
            path.write_bytes(pickle.dumps(function(*args, **kwargs)))
        return pickle.loads(path.read_bytes())

    return wrapper


@instead_of("disk_cached")
def the_function_in_the_key(function, folder):
    """The text that names the file holds the address of the function.

    Known: found_by_an_address.
    """

    def wrapper(*args, **kwargs):
        key = repr((function, args, sorted(kwargs.items())))
        path = folder / hashlib.sha256(key.encode()).hexdigest()
        if not path.exists():
            path.write_bytes(pickle.dumps(function(*args, **kwargs)))
        return pickle.loads(path.read_bytes())

    return wrapper


@instead_of("disk_cached")
def one_pickle_of_all(function, folder):
    """The file is read when the function is cached, and written whole.

    Known: read_only_once.
    """
    path = folder / "cache.pkl"
    known = pickle.loads(path.read_bytes()) if path.exists() else {}

    def wrapper(*args, **kwargs):
        key = (function.__name__, repr(args), repr(sorted(kwargs.items())))
        if key not in known:
            known[key] = pickle.dumps(function(*args, **kwargs))
            path.write_bytes(pickle.dumps(known))
        return pickle.loads(known[key])

    return wrapper
