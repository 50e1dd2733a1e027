"""How a catalogue says what wrong answers people give to a kata, and what to tell them.

A mistake that differs from the reference by an edit is that edit.  Where its structure differs,
it is a function or a class that stands in for one public name.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import re
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, TypeVar

from katas._dojo.curriculum import Kata
from katas._dojo.reading import changed_names

Drop = TypeVar("Drop", bound=Callable)


class StaleEditError(Exception):
    """An edit that no longer fits the reference."""


@dataclass(frozen=True, eq=False)
class Edit:
    """What to say to whoever gave this answer, and how it differs from the reference.

    ``changes`` maps a piece of the reference's text to what stands in its place; "" takes it
    away.  A piece stands there exactly once.  Its further lines, and those of what replaces it,
    are indented as the line that it begins in.
    """

    diagnosis: str
    changes: Mapping[str, str]

    def applied_to(self, reference: str) -> str:
        """The text of ``reference`` with all changes made, or StaleEditError."""
        places = sorted(
            (*_place(_piece(old), reference), _piece(new)) for old, new in self.changes.items()
        )
        edited, done = "", 0
        for start, end, indent, new in places:
            if start < done:
                raise StaleEditError(f"two changes meet in {reference[start:done]!r}")
            edited += reference[done:start] + _indented(new, indent)
            done = end
        return edited + reference[done:]


def _piece(text: str) -> str:
    return textwrap.dedent(text).strip("\n ") if "\n" in text else text


def _indented(text: str, indent: str) -> str:
    return re.sub(r"\n(?=.)", f"\n{indent}", text)


def _place(piece: str, text: str) -> tuple[int, int, str]:
    """Where ``piece`` begins and ends in ``text``, and how far its line is indented."""
    found = list(_places(piece, text))
    if len(found) != 1:
        often = "does not stand" if not found else f"stands {len(found)} times"
        raise StaleEditError(f"{piece!r} {often} in the reference")
    return found[0]


def _places(piece: str, text: str) -> Iterator[tuple[int, int, str]]:
    first, *_ = piece.split("\n")
    for match in re.finditer(re.escape(first), text):
        line = text[text.rfind("\n", 0, match.start()) + 1 :]
        indent = line[: len(line) - len(line.lstrip(" "))]
        if text.startswith(whole := _indented(piece, indent), match.start()):
            yield match.start(), match.start() + len(whole), indent


def instead_of(name: str) -> Callable[[Drop], Drop]:
    """Mark a function or class as an answer to the kata's public ``name``.

    Its docstring is what to say to whoever gave this answer.
    """

    def mark(replacement: Drop) -> Drop:
        replacement.instead_of = name
        return replacement

    return mark


@dataclass(frozen=True, eq=False)
class Answer:
    """An answer other than the reference: the public names that it defines in another way."""

    name: str
    diagnosis: str
    replacements: Mapping[str, Any]
    edit: Edit | None = None  # of the reference, if it is one


@functools.cache
def known_mistakes(kata: Kata) -> list[Answer]:
    return answers_in(kata, "solutions.mistakes")


@functools.cache
def together(kata: Kata, first: Answer, second: Answer) -> Answer | None:
    """The answer to ``kata`` that makes both mistakes; None if they cannot be made at once."""
    name, said = f"{first.name} and {second.name}", f"{first.diagnosis}\n{second.diagnosis}"
    if first.replacements.keys().isdisjoint(second.replacements):
        return Answer(name, said, {**first.replacements, **second.replacements})
    if not (first.edit and second.edit):
        return None
    if first.edit.changes.keys() & second.edit.changes.keys():
        return None
    edit = Edit(said, {**first.edit.changes, **second.edit.changes})
    try:
        where = f"solutions.mistakes.{kata.chapter}.{kata.stem}.{name}"
        return Answer(name, said, edited(kata, edit, where), edit)
    except StaleEditError:
        return None


def answers_in(kata: Kata, tree: str) -> list[Answer]:
    """Every answer to ``kata`` that its file in ``tree`` offers, in the order of that file."""
    found = []
    module = importlib.import_module(f"{tree}.{kata.chapter}.{kata.stem}")
    for name, value in vars(module).items():
        if isinstance(value, Edit):
            replacements = edited(kata, value, f"{module.__name__}.{name}")
            found.append(Answer(name, _on_one_line(value.diagnosis), replacements, value))
        elif _is_drop_in(value):
            said = _on_one_line(value.__doc__ or "")
            found.append(Answer(value.__name__, said, {vars(value)["instead_of"]: value}))
    return found


def _is_drop_in(value) -> bool:
    # vars, not hasattr: a mistake that subclasses another must not inherit its mark.
    return (inspect.isfunction(value) or inspect.isclass(value)) and "instead_of" in vars(value)


def edited(kata: Kata, edit: Edit, name: str) -> dict[str, Any]:
    """The public names of ``kata`` that ``edit`` changes, as the edited reference defines them."""
    reference = kata.solution.read_text("utf-8")
    try:
        text = edit.applied_to(reference)
        names = changed_names(reference, text)
        if not names:
            raise StaleEditError("it changes no public name of the reference")
        module = ModuleType(name)
        sys.modules[name] = module  # where dataclasses and pickle look for it
        exec(compile(text, f"<{name}>", "exec"), vars(module))
    except (StaleEditError, SyntaxError) as trouble:
        raise StaleEditError(f"{name} is no edit of {kata}: {trouble}") from None
    return {name: getattr(module, name) for name in names}


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
