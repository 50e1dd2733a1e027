"""What a new version asks for that the one before did not, in lines for whoever solved that."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterable

from katas._dojo.reading import rules_in, signatures

MOST_LINES = 8  # of one kata
SENTENCE = re.compile(r"(?<=[.:])\s+(?=[A-Z`])")


def changes(stub: tuple[bytes, bytes], spec: tuple[bytes, bytes]) -> list[str]:
    """How the contract differs between the old and the new ``stub``, and the two ``spec``."""
    found = [
        *_difference(*map(signatures, stub)),
        *_difference(*map(_words, stub)),
        *_difference(*map(_rules, spec)),
    ]
    if len(found) > MOST_LINES:
        found[MOST_LINES:] = [f"… and {len(found) - MOST_LINES} more"]
    return found or ["the same names, words and rules; how they are tested has changed"]


def _difference(before: Iterable[str], after: Iterable[str]) -> list[str]:
    lines = difflib.ndiff([*before], [*after])
    return [it.rstrip() for it in lines if it[0] in "-+" and it[1:].strip()]


def _words(stub: bytes) -> list[str]:
    """What the docstrings say, sentence by sentence: how they are broken into lines is not told."""
    try:
        tree = ast.parse(stub)
    except (SyntaxError, ValueError):
        return []
    documented = ast.Module | ast.ClassDef | ast.FunctionDef
    texts = [ast.get_docstring(it) or "" for it in ast.walk(tree) if isinstance(it, documented)]
    return [it for text in texts for it in SENTENCE.split(" ".join(text.split()))]


def _rules(spec: bytes) -> list[str]:
    return [rule.text for rule in rules_in(spec.decode("utf-8", "replace"))]
