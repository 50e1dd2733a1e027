"""The reference solution beside the learner's, as a diff of what runs."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator

from katas._dojo.curriculum import Kata
from katas._dojo.showing.state import relative


def comparison(kata: Kata) -> Iterator[str]:
    """The lines of a unified diff, from the learner's code to the reference."""
    own, reference = (
        without_docstrings(path.read_text("utf-8")).splitlines()
        for path in (kata.stub, kata.solution)
    )
    names = relative(kata.stub), relative(kata.solution)
    return difflib.unified_diff(own, reference, *names, lineterm="", n=len(own))


def without_docstrings(source: str) -> str:
    """``source``, with its comments, but without the words of the task; as it is if broken."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return source
    lines = source.splitlines()
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(tree):
        if isinstance(node, documented) and ast.get_docstring(node, clean=False) is not None:
            docstring = node.body[0]
            for number in range(docstring.lineno - 1, docstring.end_lineno):
                lines[number] = None
            if lines[docstring.end_lineno :][:1] == [""]:  # what set it apart from the code
                lines[docstring.end_lineno] = None
    return "\n".join(line for line in lines if line is not None).lstrip("\n")
