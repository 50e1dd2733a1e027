"""``--hint``: the graded hints of a kata, one at each call, weakest first."""

from __future__ import annotations

import re
import sys

import pytest
from _pytest.config import create_terminal_writer

from katas._dojo.curriculum import Kata
from katas._dojo.showing.state import State, kata_asked_for, load, next_kata, relative, standings

THE_NEXT = ""  # --hint with no kata named


def pytest_addoption(parser):
    parser.getgroup("katas").addoption(
        "--hint",
        nargs="?",
        const=THE_NEXT,
        metavar="KATA",
        help="show the next hint for this kata (default: the next one that is not solved)",
    )


def pytest_cmdline_main(config):
    if config.option.hint is None or config.option.help:
        return None
    terminal = create_terminal_writer(config, sys.stdout)
    name = config.option.hint
    asked = kata_asked_for(name) if name != THE_NEXT else None
    state = load(terminal.line)
    kata = asked or next_kata(standings(state))
    if kata is None:
        terminal.line("Every kata is solved. For a hint all the same: pytest --hint KATA")
        return pytest.ExitCode.OK
    terminal.line(next_hint(kata, state, again=f"pytest --hint {kata.stem}"))
    state.save(terminal.line)
    return pytest.ExitCode.OK


def next_hint(kata: Kata, state: State, again: str) -> str:
    """The hint that comes next for ``kata``, and that ``again`` gives the one after it.

    ``state`` remembers that it was given.
    """
    hints = hints_for(kata)
    given = state.hints.get(str(kata), 0)
    if given >= len(hints):
        return (
            f"These were all {len(hints)} hints for {kata}; "
            f"they stand in {relative(kata.hints)}.\n"
            f"The solution stands in {relative(kata.solution)}."
        )
    state.hints[str(kata)] = given + 1
    title, _, text = hints[given].partition("\n")
    hint = f"{kata} · hint {given + 1} of {len(hints)}: {title}\n\n{text.strip()}\n"
    if given + 1 < len(hints):
        hint += f"\nFor the next hint: {again}"
    return hint


def hints_for(kata: Kata) -> list[str]:
    """The hints for ``kata``, weakest first, each with its title as the first line."""
    try:
        text = kata.hints.read_text("utf-8")
    except FileNotFoundError:
        text = ""
    hints = re.split(r"(?m)^## ", text)[1:]
    if not hints:
        raise pytest.UsageError(f"there are no hints for {kata}")
    return hints
