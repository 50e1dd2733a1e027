"""The trees mirror each other, and every file keeps the house rules."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from katas._dojo.curriculum import BOOK_ORDER, CURRICULUM, MOVES, ROOT
from katas._dojo.reading import drawn_by, signatures
from katas._dojo.writing.mistakes import known_mistakes
from tests.matrix import TO_RUN, right_answers, stub_source

each_kata = pytest.mark.parametrize("kata", CURRICULUM, ids=str)
each_that_runs = pytest.mark.parametrize("kata", TO_RUN)
TOP = {"README.md", "LICENSE", "conftest.py", "pyproject.toml", "katas", "solutions", "tests"}
HINTS = ["A question", "The concept", "Part of the code"]
Definition = ast.FunctionDef | ast.ClassDef


def test_the_tree_and_the_order_of_the_book_agree():
    trees = {
        "katas": "[!_]*.py",
        "solutions/katas": "*.py",
        "solutions/mistakes": "*.py",
        "solutions/hints": "*.md",
        "tests/right_answers": "*.py",
    }
    expected = sorted(map(str, CURRICULUM))
    for tree, pattern in trees.items():
        files = (ROOT / tree).glob(f"ch*/{pattern}")
        found = {f"{file.parent.name}/{file.stem.removeprefix('test_')}" for file in files}
        assert sorted(found) == expected, tree
    assert all(kata.spec.exists() and kata.stub.exists() for kata in CURRICULUM)
    assert list(BOOK_ORDER) == sorted(BOOK_ORDER)


def test_every_move_ends_at_katas():
    for number, (start, ends) in enumerate(MOVES):
        known = {*map(str, CURRICULUM), *(it for it, _ in MOVES[number + 1 :])}
        assert ends, start
        assert set(ends) <= known, start


def test_nothing_else_stands_at_the_top():
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    names = {path.partition("/")[0] for path in tracked}
    assert {name for name in names if not name.startswith(".")} <= TOP


# What is written with what stands further up; the ground floor is for everybody.
GROUND = "ground"
ROOMS = [GROUND, "system", "writing", "judging", "showing"]
ROOMS += ["grading", "watching", "notebook", "updating"]
MAY_IMPORT = {
    "katas/ch*/[!t]*.py": [],
    "katas/ch*/test_*.py": ["writing"],
    "solutions/katas/**/*.py": [],
    "solutions/mistakes/**/*.py": ["writing"],
    "solutions/pictures/**/*.py": ["writing", "showing"],  # the colours of their page
    "tests/right_answers/**/*.py": ["writing"],
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_the_dojo_imports_only_what_stands_below_it(room):
    dojo = ROOT / "katas" / "_dojo"
    modules = sorted(dojo.glob("*.py") if room == GROUND else (dojo / room).rglob("*.py"))
    assert modules
    for module in modules:
        assert rooms_imported_by(module) <= set(ROOMS[: ROOMS.index(room) + 1]), module


def test_every_room_has_a_place():
    folders = {it.parent.name for it in (ROOT / "katas" / "_dojo").glob("*/*.py")}
    assert folders == set(ROOMS) - {GROUND}


@pytest.mark.parametrize(("files", "rooms"), MAY_IMPORT.items(), ids=MAY_IMPORT)
def test_a_kata_knows_only_what_it_is_written_with(files, rooms):
    found = sorted(ROOT.glob(files))
    assert found
    for file in found:
        assert rooms_imported_by(file) <= set(rooms), file


def rooms_imported_by(file: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("katas._dojo"):
            _, _, *path = node.module.split(".")
            rooms |= {path[0] if path[0] in ROOMS else GROUND} if path else {"the whole dojo"}
    return rooms


@each_kata
def test_the_stub_is_unsolved(kata):
    for function in functions_of(stub_source(kata)):
        *docstring, last = function.body
        assert ast.unparse(last) == "raise NotImplementedError", function.name
        assert len(docstring) <= 1, function.name


@each_kata
def test_stub_and_solution_have_the_same_names_and_signatures(kata):
    stub = signatures(stub_source(kata))
    assert stub
    assert sorted(signatures(kata.solution.read_bytes())) == sorted(stub)


@each_kata
def test_the_stub_states_the_rule_and_the_contract(kata):
    tree = ast.parse(stub_source(kata))
    first, *_ = ast.get_docstring(tree).splitlines()
    assert re.fullmatch(r".+ \(§\d.*\)\.", first)
    assert " and " not in first, "two ideas are two katas"
    undocumented = [it.name for it in public(tree) if not ast.get_docstring(it)]
    assert undocumented == []


@each_kata
def test_the_spec_reads_as_sentences(kata):
    tree = ast.parse(kata.spec.read_text("utf-8"))
    assert re.match(r".+ \(§\d.*\): .+\.", ast.get_docstring(tree))
    assert not any(
        it.name.startswith("Test") for it in tree.body if isinstance(it, ast.ClassDef)
    ), "no test classes"
    tests = [it for it in tree.body if it.__class__ is ast.FunctionDef if it.name[:5] == "test_"]
    rules = [ast.get_docstring(test) for test in tests]
    assert all(rule and rule.endswith(".") and "\n\n" not in rule for rule in rules)
    assert len(set(rules)) == len(rules), "two tests state the same rule"


@each_kata
def test_the_solution_needs_no_docstrings(kata):
    tree = ast.parse(kata.solution.read_text("utf-8"))
    documented = [it for it in ast.walk(tree) if isinstance(it, Definition | ast.Module)]
    assert [it for it in documented if ast.get_docstring(it)] == []


@each_kata
def test_no_kata_leans_on_another(kata):
    sources = [kata.stub, kata.spec, kata.solution, kata.mistakes, kata.picture]
    text = "".join(source.read_text("utf-8") for source in sources if source.exists())
    imported = set(re.findall(r"katas\.(ch\w+\.\w+)", text))
    assert imported <= {f"{kata.chapter}.{kata.stem}"}
    assert not kata.picture.exists() or drawn_by(kata.picture) == [kata]


@each_kata
def test_there_are_three_hints_weakest_first(kata):
    text = kata.hints.read_text("utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == HINTS
    assert "](https://docs.pytorch.org/docs/stable/" in text


@each_that_runs
def test_every_mistake_speaks_to_who_made_it(kata):
    names = {it.name for it in public(ast.parse(stub_source(kata)))}
    mistakes = known_mistakes(kata)
    assert {name for mistake in mistakes for name in mistake.replacements} <= names
    assert all(re.match(r".*\bYour?\b", mistake.diagnosis) for mistake in mistakes)
    diagnoses = [mistake.diagnosis for mistake in mistakes]
    assert len(set(diagnoses)) == len(diagnoses)
    assert 6 <= len(mistakes) <= 15


@each_that_runs
def test_every_name_has_two_other_right_answers(kata):
    targets = [name for answer in right_answers(kata) for name in answer.replacements]
    names = [it.name for it in public(ast.parse(stub_source(kata)))]
    assert [name for name in names if targets.count(name) < 2] == []


def public(tree: ast.Module) -> list[Definition]:
    """The functions and classes that a kata offers."""
    return [it for it in tree.body if isinstance(it, Definition) and not it.name.startswith("_")]


def functions_of(source: str) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
