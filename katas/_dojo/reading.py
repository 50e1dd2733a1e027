"""What can be told of a kata by reading its files, without torch and without running anything."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Mapping

from katas._dojo.curriculum import Kata

Definition = ast.FunctionDef | ast.ClassDef


def is_stub(source: bytes) -> bool:
    """Whether nothing is solved: every body is exactly ``raise NotImplementedError``."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a learner's invalid escapes, for example
            tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return bool(functions) and all(
        len(function.body) == 1 + (ast.get_docstring(function) is not None)
        and ast.unparse(function.body[-1]) == "raise NotImplementedError"
        for function in functions
    )


def imported_names(kata: Kata) -> dict[str, str]:
    """The names that the spec imports from its kata, each with what it is called there."""
    imports = [it for it in ast.walk(_spec(kata)) if isinstance(it, ast.ImportFrom)]
    of_kata = [alias for it in imports if it.module == kata.module for alias in it.names]
    return {alias.name: alias.asname or alias.name for alias in of_kata}


def tests_of(kata: Kata, name: str) -> list[str]:
    """The tests that use the kata's ``name``, by themselves or by what the spec has beside them."""
    local = imported_names(kata).get(name)
    uses = {name: _names_in(it) for name, it in _definitions(_spec(kata)).items()}
    return [it for it in uses if it.startswith("test_") and local in _reached(it, uses)]


def changed_names(reference: str, edited: str) -> list[str]:
    """The public functions and classes that ``edited`` defines in another way than ``reference``.

    One that only uses another public one has not changed itself.
    """
    before, after = _definitions(ast.parse(reference)), _definitions(ast.parse(edited))
    dumped = {name: ast.dump(it) for name, it in before.items()}
    changed = {name for name, it in after.items() if ast.dump(it) != dumped.get(name)}
    public = [name for name, it in after.items() if isinstance(it, Definition) and name[0] != "_"]
    private = {name: _names_in(it) for name, it in after.items() if name not in public}
    return [
        name
        for name in public
        if name in changed
        or changed & (_reached(name, {**private, name: _names_in(after[name])}) - set(public))
    ]


def _reached(name: str, uses: Mapping[str, set[str]]) -> set[str]:
    """All names that the definition of ``name`` uses, by itself or by other definitions."""
    reached, new = set(), {name}
    while new:
        used = set().union(*(uses.get(it, set()) for it in new))
        new = used - reached
        reached |= used
    return reached


def _definitions(tree: ast.Module) -> dict[str, ast.stmt]:
    """What a module defines at its top, by name."""
    found: dict[str, ast.stmt] = {}
    for statement in tree.body:
        if isinstance(statement, Definition):
            found[statement.name] = statement
        elif isinstance(statement, ast.Assign):
            found |= {it.id: statement for it in statement.targets if isinstance(it, ast.Name)}
    return found


def _names_in(node: ast.AST) -> set[str]:
    return {it.id for it in ast.walk(node) if isinstance(it, ast.Name)}


def _spec(kata: Kata) -> ast.Module:
    return ast.parse(kata.spec.read_bytes())
