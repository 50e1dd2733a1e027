"""``--notebooks``: a notebook for each chapter, made of the stubs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from itertools import groupby

import pytest
from _pytest.config import create_terminal_writer

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata
from katas._dojo.showing.reset import original
from katas._dojo.showing.state import relative, write

INTRODUCTION = """\
# {chapter}

Run the first cell, and wait until it is through. Then read the words of a kata, replace `raise
NotImplementedError` with your answer, and run its cell: you are told which rules hold, and what
to mend first. The cell is saved to the kata's own file, after a copy of what was there.

`%hint` and `%solution` are about the kata that you ran last. `%map` shows how far you are."""

SETUP = """\
# Finds the katas around this notebook, or fetches them, in Colab for example.
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

here = Path.cwd()
places = [here, *here.parents, here / "torch-katas"]
suite = next((it for it in places if (it / "katas/_dojo").is_dir()), None)
if suite is None:
    {fetch}
needed = "{needed}"
try:
    for name in needed.split():
        version(name)
except PackageNotFoundError:
    %pip install --quiet "{{suite}}"
sys.path.insert(0, str(suite))
%load_ext katas.notebook"""
FETCH = """\
suite = here / "torch-katas"
    !git clone --quiet --depth 1 {url} "{{suite}}"
    if not suite.exists():
        raise RuntimeError("The katas could not be fetched: git says above why.")"""
NO_ORIGIN = 'raise RuntimeError("Open this notebook within a clone of torch-katas.")'
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def pytest_addoption(parser):
    parser.getgroup("katas").addoption(
        "--notebooks",
        metavar="DIR",
        help="write a notebook for each chapter, to solve its katas in",
    )


def pytest_cmdline_main(config):
    option = config.option
    if option.notebooks is None or option.help:
        return None
    folder = (config.invocation_params.dir / option.notebooks).resolve()
    say = create_terminal_writer(config, sys.stdout).line
    url, refused = _url(), []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for chapter, katas in groupby(CURRICULUM, lambda it: it.chapter):
            path = folder / f"{chapter}.ipynb"
            content = json.dumps(_notebook(chapter, list(katas), url), indent=1).encode()
            if path.exists() and path.read_bytes() != content:  # it may hold answers
                refused.append(f"{path} holds something else already: it was left as it is")
            else:
                write(path, content, folder, durable=False)
    except OSError as error:
        raise pytest.UsageError(f"--notebooks {option.notebooks}: {error.strerror}") from None
    if refused:
        raise pytest.UsageError(*refused)
    say(f"A notebook for each chapter is in {folder}")
    if not url:
        say("They fetch nothing: git has no origin here that a browser could clone.")
    return pytest.ExitCode.OK


def _url() -> str:
    """Where the suite can be cloned from by everybody: its origin, without who asks for it."""
    command = ["git", "remote", "get-url", "origin"]
    try:
        found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:  # no git on this machine
        return ""
    origin = re.fullmatch(
        r"(?:(?:https|ssh)://)?(?:[^@/]+@)?([\w.-]+)[:/]([\w./~-]+?)(?:\.git)?/?",
        found.stdout.strip(),
    )
    return f"https://{origin[1]}/{origin[2]}" if origin else ""


def _needed() -> list[str]:
    """The packages that the katas need, by the names that they are installed under."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [re.match(r"[\w.-]+", it)[0] for it in project["dependencies"]]


def _notebook(chapter: str, katas: list[Kata], url: str) -> dict:
    fetch = FETCH.format(url=url) if url else NO_ORIGIN
    cells = [
        _cell("markdown", "introduction", INTRODUCTION.format(chapter=chapter)),
        _cell("code", "setup", SETUP.format(fetch=fetch, needed=" ".join(_needed()))),
    ]
    for kata in katas:
        stub = original(kata)
        if stub is None:
            raise pytest.UsageError(f"there is no stub of {relative(kata.stub)}, in git or .katas")
        cells.append(_cell("markdown", f"{kata.stem}-title", f"## {kata.stem}"))
        text = f"%%kata {kata.stem}\n{stub.decode().strip()}"
        cells.append(_cell("code", kata.stem, text))
    return {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


def _cell(kind: str, name: str, text: str) -> dict:
    cell = {"cell_type": kind, "id": name, "metadata": {}, "source": text}
    return cell | {"execution_count": None, "outputs": []} if kind == "code" else cell
