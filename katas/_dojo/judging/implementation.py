"""Whose code runs: the learner's, with ``--solutions`` the reference, or code that lies elsewhere.

``katas`` is a namespace package.  Its portions are merged in the order of ``sys.path``,
so putting ``solutions/`` first is all it takes for ``katas.ch05_mechanics.broadcasting``
to be the reference, while a spec keeps its plain import.  ``--katas-in`` puts another tree
first, a submission's for one; ``--answers`` writes such a tree, whose katas import what it names.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from importlib.machinery import PathFinder
from itertools import accumulate
from pathlib import Path

import pytest

from katas._dojo.curriculum import (
    CURRICULUM,
    ROOT,
    Kata,
    kata_named,
    kata_of,
    move_learners_tree,
    nearest_kata,
    place_in_book,
)
from katas._dojo.reading import imported_names, tests_of
from katas._dojo.system.process import stay_in_this_process

Answers = dict[Kata, dict[str, tuple[str, str]]]  # by name: the module, and what it is called there

ELSEWHERE = pytest.StashKey[Path]()  # the tree whose katas are judged, if it is not this one
OURS = ROOT / "katas" / "_dojo"
_homes: dict[Kata, dict[str, Path]] = {}  # the files that --answers names, by kata and name


def pytest_addoption(parser):
    group = parser.getgroup("katas")
    group.addoption(
        "--solutions",
        action="store_true",
        help="run the specs on the reference solutions instead of your own code",
    )
    group.addoption(
        "--katas-in",
        metavar="DIR",
        help="run the specs on the katas of another tree, as DIR/katas/ch05_mechanics/losses.py",
    )
    group.addoption(
        "--answers",
        action="append",
        default=[],
        metavar="MODULE:OBJECT=KATA.NAME",
        help="run a kata's spec on code that lies elsewhere: mylib.layers:Dense=linear_layer."
        "Linear; may be repeated, or stand in pyproject.toml",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    option = config.option
    if option.solutions:
        sys.path.insert(0, str(ROOT / "solutions"))
    if sum(map(bool, (option.solutions, option.katas_in, option.answers))) > 1:
        raise pytest.UsageError("--solutions, --katas-in and --answers: one of them, please")
    if hasattr(option, "benchmark_disable"):  # the plugin may be left out
        option.benchmark_disable = not (option.benchmark_enable or option.benchmark_only)
    here = config.invocation_params.dir
    config.args = [it for argument in config.args for it in resolve(argument, here)]
    # When a worker dies, "load" takes the whole run along; "worksteal" hands its tests to others.
    if not hasattr(config, "workerinput") and getattr(config.option, "dist", "no") == "load":
        config.option.dist = "worksteal"
    if option.katas_in:
        config.stash[ELSEWHERE] = (here / option.katas_in).resolve()
        if not (config.stash[ELSEWHERE] / "katas").is_dir():
            raise pytest.UsageError(f"--katas-in {option.katas_in}: there is no folder katas in it")
    elif not option.solutions and (answers := _answers(config)):
        sys.path.append(str(here))
        folder = tempfile.TemporaryDirectory(prefix="torch-katas-")
        config.add_cleanup(folder.cleanup)
        config.stash[ELSEWHERE] = Path(folder.name)
        _write(answers, Path(folder.name))


def pytest_ignore_collect(collection_path):
    """Our code and the stubs hold no tests, and ``--answers`` asks for no more than it names."""
    if not (kata := kata_of(collection_path)):
        return True if collection_path == OURS else None
    return True if collection_path != kata.spec or (_homes and kata not in _homes) else None


def resolve(argument: str, here: Path) -> list[str]:
    """Let a learner name a kata by the file they edit, and in it a function; refuse what is not.

    A function of the kata stands for the tests that use it.
    """
    path, *rest = argument.split("::")
    asked = (here / path).resolve()
    written = str(asked).casefold()  # on macOS and Windows A.py is a.py
    for kata in (it for it in CURRICULUM if it.stem in written):
        known = (kata.stub, kata.stub.with_suffix(""), ROOT / str(kata))
        if written in {str(it).casefold() for it in known}:
            named = "::".join(rest)
            tests = tests_of(kata, rest[0]) if rest and not named.startswith("test_") else [named]
            if not tests:
                raise pytest.UsageError(f"no test of {kata} uses {named}: {argument}")
            return ["::".join([str(kata.spec), *([test] if test else [])]) for test in tests]
    if not asked.exists() and asked.is_relative_to(ROOT / "katas"):
        nearest = nearest_kata(path)
        spec = nearest and nearest.spec.relative_to(ROOT).as_posix()
        suggestion = f"; did you mean {spec}?" if spec else ""
        raise pytest.UsageError(f"no such kata: {argument}{suggestion}")
    return [argument]


def implementations(kata: Kata) -> list[Path]:
    """The files in which the code that is judged for ``kata`` may stand, the likely one first."""
    if kata in _homes:
        return list(dict.fromkeys([*_homes[kata].values(), kata.stub]))
    chosen_first = str(ROOT / "solutions") in sys.path
    return [kata.solution, kata.stub] if chosen_first else [kata.stub, kata.solution]


def home(kata: Kata, name: str, passed: Iterable[Path]) -> Path:
    """The file to mend: of those that the failure has ``passed`` the last, or where ``name`` is."""
    if kata not in _homes:
        return Path(sys.modules[kata.module].__file__)
    ran = [path for path in passed if path in _homes[kata].values()]
    known = _homes[kata].get(name.partition(".")[0], implementations(kata)[0])
    return ran[-1] if ran else known


def _answers(config) -> Answers:
    """What ``--answers`` names, or else the table of this name in pyproject.toml."""
    answers: Answers = {}
    given = [it.partition("=")[::2] for it in config.option.answers]
    if not given:
        table = own_table(config.rootpath, "answers")
        given = [(answer, asked) for asked, answer in table.items()]
    for answer, asked in given:
        module, _, name = str(answer).partition(":")
        kata_name, _, public = asked.rpartition(".")
        said = f"--answers {answer}={asked}"
        if not (kata_name and module and public.isidentifier() and name.isidentifier()):
            raise pytest.UsageError(f"{said}: as MODULE:OBJECT=KATA.NAME, please")
        if not (kata := kata_named(kata_name)):
            raise pytest.UsageError(f"{said}: there is no kata {kata_name}")
        if public not in (names := imported_names(kata)):
            raise pytest.UsageError(f"{said}: {kata} has {', '.join(names)}, and no {public}")
        answers.setdefault(kata, {})[public] = module, name
    return answers


def own_table(root: Path, name: str) -> Mapping:
    """``[tool.torch-katas.NAME]`` of the pyproject.toml in ``root``."""
    path = root / "pyproject.toml"
    known = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return known.get("tool", {}).get("torch-katas", {}).get(name, {})


def _write(answers: Answers, folder: Path) -> None:
    """A tree whose katas import what is named; what is not is still to be solved."""
    for kata, named in answers.items():
        lines = [f"from {module} import {name} as {it}" for it, (module, name) in named.items()]
        for it in imported_names(kata).keys() - named:
            lines.append(f"\n\ndef {it}(*args, **kwargs):\n    raise NotImplementedError")
        path = folder / "katas" / f"{kata}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", "utf-8")
        _homes[kata] = {it: _file_of(module) for it, (module, _) in named.items()}


def _file_of(module: str) -> Path:
    """Where ``module`` stands; found without running any of it."""
    found, path = None, None
    for name in accumulate(module.split("."), "{}.{}".format):
        found = PathFinder.find_spec(name, path)
        path = found and found.submodule_search_locations
        if not found or (path is None and name != module):
            break
    if not (found and found.name == module and found.has_location):
        raise pytest.UsageError(f"--answers: there is no module {module} that Python can find")
    return Path(found.origin)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: place_in_book(item.path))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionstart(session):
    """Now tests are to run; what only talks is about the tree in which it stands."""
    if tree := session.config.stash.get(ELSEWHERE, None):
        sys.path.insert(0, str(tree))
        move_learners_tree(tree)
    # Green is a report of every test: no kata may end the run before it is made.
    session.config.add_cleanup(stay_in_this_process())
    return (yield)
