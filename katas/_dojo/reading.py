"""What can be told of a kata by reading its files, without torch and without running anything."""

from __future__ import annotations

import ast
import functools
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from katas._dojo.curriculum import CURRICULUM, Kata

Definition = ast.FunctionDef | ast.ClassDef

WORD = re.compile(r"\w+")
MARK = re.compile(r"^@pytest\.mark\.(?!parametrize\b)(\w+)", re.MULTILINE)
APART = re.compile(r"[^\w.]\W")  # what is before and after a name
# A spec is formatted: what it defines begins at the margin, and the rest of it does not.
DEFINITION = re.compile(
    r"^(?P<decorators>(?:@.*\n(?:[ )\]}].*\n)*)*)"
    r"(?:(?P<kind>def|class) |(?=\w+ = ))(?P<name>\w+)(?P<body>.*\n(?:(?:[ )\]}].*)?\n)*)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class StatedRule:
    """A test of a spec as it can be read.

    Lines count from 1; ``stop`` is where the stub, read from above, first has something to solve.
    """

    name: str
    text: str
    line: int
    stop: int
    marks: list[str]


@dataclass(frozen=True)
class StatedSpec:
    title: str
    rules: list[StatedRule]


def is_stub(source: bytes) -> bool:
    """Whether nothing is solved: every body is exactly ``raise NotImplementedError``."""
    tree = _parsed(source)
    return tree is not None and _is_unsolved(tree)


def _is_unsolved(tree: ast.Module) -> bool:
    functions = list(_functions(tree.body))
    return bool(functions) and all(map(_raises_only, functions))


def _functions(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    """The functions of a module or a class, but for those that are defined in others."""
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            yield from _functions(statement.body)
        else:  # to walk through a function takes long
            nodes = [statement] if isinstance(statement, ast.FunctionDef) else ast.walk(statement)
            yield from (node for node in nodes if isinstance(node, ast.FunctionDef))


@functools.lru_cache(maxsize=8)
def unsolved_names(source: bytes) -> frozenset[str]:
    """What a module defines at its top that is not solved, or not all of it."""
    definitions = _definitions(_parsed(source) or ast.Module([], []))
    return frozenset(
        name
        for name, definition in definitions.items()
        if any(isinstance(it, ast.FunctionDef) and _raises_only(it) for it in ast.walk(definition))
    )


def _raises_only(function: ast.FunctionDef) -> bool:
    match function.body:
        case [*docstring, ast.Raise(exc=ast.Name(id="NotImplementedError"), cause=None)]:
            return len(docstring) == (ast.get_docstring(function, clean=False) is not None)
    return False


def _parsed(source: str | bytes) -> ast.Module | None:
    """What a learner has written; None if Python cannot read it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of invalid escapes, for example
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def unbegun(kata: Kata) -> StatedSpec | None:
    """The spec as it can be read, if the stub is as it was; None once the kata is begun.

    Begun is also a stub in whose code there is a word that the reference does not have.
    """
    try:
        return read(kata.stub.read_text("utf-8"), kata)
    except (OSError, ValueError):  # one of its files is not there, or something else in its place
        return None


def read(stub: str, kata: Kata) -> StatedSpec | None:
    """The same of a ``stub`` that may stand elsewhere."""
    solution, spec = (path.read_text("utf-8") for path in (kata.solution, kata.spec))
    tree = _parsed(stub)
    words = {"raise", "NotImplementedError", *WORD.findall(solution)}
    if not tree or not _is_unsolved(tree) or not words.issuperset(WORD.findall(_code_of(stub))):
        return None
    return _stated(spec, _stops(tree, _imported(spec, kata)))


def _code_of(source: str) -> str:
    """``source`` without its docstrings and comments."""
    return re.sub(r'"""[\s\S]*?"""|#.*', "", source)


def _stated(spec: str, stops: Mapping[str, int]) -> StatedSpec:
    """A spec read as text, which takes a tenth of the time that its syntax would take."""
    definitions = {it["name"]: it for it in DEFINITION.finditer(spec)}
    documented = {name: _documented(it["body"]) for name, it in definitions.items()}
    codes = {name: code for name, (_, code) in documented.items()}
    first = {}
    for stop, line in sorted(stops.items(), key=lambda it: it[1], reverse=True):
        first |= dict.fromkeys(_users(stop, codes), line)
    rules = []
    for name, it in definitions.items():
        if it["kind"] == "def" and name.startswith("test"):
            text = " ".join(documented[name][0].split()) or name
            line = spec.count("\n", 0, it.start()) + 1
            marks = MARK.findall(it["decorators"])
            rules.append(StatedRule(name, text, line, first.get(name, 1), marks))
    title = re.match(r'r?"""(.*?)(?:"""|$)', spec, re.MULTILINE)
    return StatedSpec(title[1] if title else "", rules)


def _users(name: str, codes: Mapping[str, str]) -> set[str]:
    """The definitions in whose code ``name`` is used, or one that uses it."""
    users, new = set(), {name}
    while new:
        new = {
            user
            for user, code in codes.items()
            if user not in users and any(_is_used(it, code) for it in new)
        }
        users |= new
        new = {it for it in new if not it.startswith("test")}  # which nothing uses
    return users


def _is_used(name: str, code: str) -> bool:
    """Whether ``name`` stands in ``code``, not as an attribute and not as a part of a word."""
    at = code.find(name)
    while at > 0 and not APART.match(code[at - 1] + code[at + len(name)]):
        at = code.find(name, at + 1)
    return at > 0


def _documented(definition: str) -> tuple[str, str]:
    """The docstring of a definition, and what comes after it."""
    before, _, rest = definition.partition('"""')
    if not before.rstrip("r ").endswith(":\n"):
        return "", definition
    text, _, code = rest.partition('"""')
    return text, code


def _stops(stub: ast.Module, local: Mapping[str, str]) -> dict[str, int]:
    """The lines that raise in a stub, by the ``local`` names of what they stand in."""
    stops = {}
    for name, it in _definitions(stub).items():
        members = [it, *getattr(it, "body", [])]
        functions = [it for it in members if isinstance(it, ast.FunctionDef)]
        if name in local and functions:
            stops[local[name]] = functions[0].body[-1].lineno
    return stops


def _imported(spec: str, kata: Kata) -> dict[str, str]:
    """The names that the spec imports from its kata, each with what it is called there."""
    _, *statements = spec.split(f"\nfrom {kata.module} import ")
    listed = [re.match(r"\([^)]*|.*", it)[0].lstrip("(") for it in statements]
    names = [it.split() for it in re.sub(r"#.*", "", ",".join(listed)).split(",")]
    return {words[0]: words[-1] for words in names if words}


def imported_names(kata: Kata) -> dict[str, str]:
    """The names that the spec imports from its kata, each with what it is called there."""
    return _imported(kata.spec.read_text("utf-8"), kata)


def drawn_by(picture: Path) -> list[Kata]:
    """The katas that a picture imports, in the order of the book: all of them draw it."""
    modules = set(re.findall(r"^from ([\w.]+) import ", picture.read_text("utf-8"), re.MULTILINE))
    return [kata for kata in CURRICULUM if kata.module in modules]


def stated(kata: Kata) -> StatedSpec:
    """A spec as it can be read, whatever has become of the stub."""
    return _stated(kata.spec.read_text("utf-8"), {})


def rules_in(spec: str) -> list[StatedRule]:
    """The rules of a ``spec`` that may stand elsewhere."""
    return _stated(spec, {}).rules


@functools.cache
def sources_of_tests(kata: Kata) -> dict[str, str]:
    """The text of each test of a spec, by its name."""
    spec = kata.spec.read_text("utf-8")
    return {
        name: ast.get_source_segment(spec, it) or ""
        for name, it in _definitions(_spec(kata)).items()
        if name.startswith("test_")
    }


def tests_of(kata: Kata, name: str) -> list[str]:
    """The tests that use the kata's ``name``, by themselves or by what the spec has beside them."""
    local = imported_names(kata).get(name)
    uses = {name: _names_in(it) for name, it in _definitions(_spec(kata)).items()}
    return [it for it in uses if it.startswith("test_") and local in _reached(it, uses)]


def lines_of_tests(kata: Kata) -> dict[str, int]:
    """For each test of a spec the first line of the stub that defines something it uses, or 1."""
    lines = lines_of_names(kata.stub.read_bytes())
    known = {local: lines.get(name, 1) for name, local in imported_names(kata).items()}
    uses = {name: _names_in(it) for name, it in _definitions(_spec(kata)).items()}
    return {
        test: min((known[it] for it in _reached(test, uses) if it in known), default=1)
        for test in uses
    }


def changed_names(reference: str, edited: str) -> list[str]:
    """The public functions and classes that ``edited`` defines in another way than ``reference``.

    One that only uses another public one has not changed itself.
    """
    before, after = _definitions(ast.parse(reference)), _definitions(ast.parse(edited))
    written, rewritten = _written(before, reference), _written(after, edited)
    changed = {
        name
        for name, it in after.items()
        if rewritten[name] != written.get(name)  # which is told in no time
        and (name not in before or ast.dump(it) != ast.dump(before[name]))
    }
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


def _written(definitions: Mapping[str, ast.stmt], source: str) -> dict[str, list[str]]:
    """The lines of each definition, with its decorators."""
    lines, written = source.splitlines(), {}
    for name, it in definitions.items():
        first, *_ = (*getattr(it, "decorator_list", ()), it)
        written[name] = lines[first.lineno - 1 : it.end_lineno]
    return written


def lines_of_names(source: str | bytes) -> dict[str, int]:
    """Where a module defines what stands at its top, and in its classes: "f", "Class.method"."""
    found = {}
    for name, it in _definitions(_parsed(source) or ast.Module([], [])).items():
        found[name] = it.lineno
        members = it.body if isinstance(it, ast.ClassDef) else ()
        found |= {
            f"{name}.{member.name}": member.lineno
            for member in members
            if isinstance(member, Definition)
        }
    return found


def signatures(source: str | bytes) -> list[str]:
    """What a kata offers: each public function and class, and the methods that a class shows."""
    shown = []
    for it in (_parsed(source) or ast.Module([], [])).body:
        if not isinstance(it, Definition) or it.name.startswith("_"):
            continue
        if isinstance(it, ast.FunctionDef):
            shown.append(_signature(it.name, it))
            continue
        shown.append(f"class {it.name}({', '.join(map(ast.unparse, it.bases))})")
        methods = [member for member in it.body if isinstance(member, ast.FunctionDef)]
        shown += [
            _signature(f"{it.name}.{method.name}", method)
            for method in methods
            if not re.match(r"_(?!_)", method.name)
        ]
    return shown


def _signature(name: str, function: ast.FunctionDef) -> str:
    result = f" -> {ast.unparse(function.returns)}" if function.returns else ""
    return f"{name}({ast.unparse(function.args)}){result}"


def _names_in(node: ast.AST) -> set[str]:
    return {it.id for it in ast.walk(node) if isinstance(it, ast.Name)}


def _spec(kata: Kata) -> ast.Module:
    return ast.parse(kata.spec.read_bytes())
