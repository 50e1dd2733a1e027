"""What can be told of a spec by reading it, without torch and without running anything."""

from __future__ import annotations

import ast

from katas._dojo.curriculum import Kata


def imported_names(kata: Kata) -> dict[str, str]:
    """The names that the spec imports from its kata, each with what it is called there."""
    imports = [it for it in ast.walk(_tree(kata)) if isinstance(it, ast.ImportFrom)]
    of_kata = [alias for it in imports if it.module == kata.module for alias in it.names]
    return {alias.name: alias.asname or alias.name for alias in of_kata}


def tests_of(kata: Kata, name: str) -> list[str]:
    """The tests that use the kata's ``name``, by themselves or by what the spec has beside them."""
    local = imported_names(kata).get(name)
    definitions = {
        target: _names_in(statement)
        for statement in _tree(kata).body
        if not isinstance(statement, ast.ImportFrom)
        for target in _defined_by(statement)
    }

    def uses(target: str, seen: frozenset[str] = frozenset()) -> bool:
        used = definitions[target]
        inner = (used & definitions.keys()) - seen - {target}
        return local in used or any(uses(it, seen | {target}) for it in inner)

    return [it for it in definitions if it.startswith("test_") and uses(it)]


def _defined_by(statement: ast.stmt) -> list[str]:
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return [statement.name]
    if isinstance(statement, ast.Assign):
        return [it.id for it in statement.targets if isinstance(it, ast.Name)]
    return []


def _names_in(node: ast.AST) -> set[str]:
    return {it.id for it in ast.walk(node) if isinstance(it, ast.Name)}


def _tree(kata: Kata) -> ast.Module:
    return ast.parse(kata.spec.read_bytes())
