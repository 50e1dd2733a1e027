"""What can become of a line of PyTorch code: small changes, each of which some test should notice.

An operator takes a node of the syntax tree and yields what may stand in its place: another node,
or for a statement also a list of statements.  Its docstring is an example.
"""

from __future__ import annotations

import ast
import copy
import dis
import types
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise, takewhile

Change = ast.AST | list[ast.stmt]
Operator = Callable[[ast.AST], Iterator[Change]]
OPERATORS: list[Operator] = []
CONTEXT = 40  # how many characters of a line are shown on either side of a change

ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
COMPARISONS = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
    ast.NotEq: (ast.Eq, ast.Lt, ast.Gt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
EXCHANGED = [
    "sum mean",
    "min max",
    "amin amax",
    "argmin argmax",
    "any all",
    "zeros ones",
    "zeros_ ones_",
    "zeros_like ones_like",
    "eye ones",
    "empty zeros",
    "empty_like zeros_like",
    "rand randn",
    "randperm arange",
    "relu abs",
    "relu tanh",
    "sigmoid tanh",
    "Tanh ReLU",
    "exp expm1",
    "log log1p",
    "sqrt square",
    "rsqrt sqrt",
    "std var",
    "softmax log_softmax",
    "logsumexp sum",
    "logaddexp maximum",
    "max_pool2d avg_pool2d",
    "stack cat",
    "squeeze unsqueeze",
    "detach clone",
    "deepcopy copy",
    "train eval",
    "no_grad enable_grad",
    "no_grad inference_mode",
    "set_grad_enabled inference_mode",
    "parameters buffers",
    "named_parameters named_buffers",
    "running_mean running_var",
    "in_features out_features",
    "append extend",
    "zip zip_longest",
    "sorted list",
    "reversed list",
    "isfinite isnan",
    "floor ceil",
]
OTHERS: dict[str, list[str]] = {}
for pair in EXCHANGED:
    one, other = pair.split()
    OTHERS.setdefault(one, []).append(other)
    OTHERS.setdefault(other, []).append(one)


@dataclass(frozen=True)
class Mutant:
    """The text of a reference in which one thing is changed: what stood in ``line``, and now."""

    line: int
    before: str
    after: str
    text: str

    def applied_to(self, reference: str) -> str:
        """As an edit of a catalogue gives it."""
        return self.text


def mutants_of(reference: str) -> list[Mutant]:
    """Those that Python reads without a warning, each once; not what compiles as the reference."""
    seen = {compiled(reference)}
    found = []
    for mutant in mutations(reference, OPERATORS):
        try:
            code = compiled(mutant.text)
        except SyntaxError:
            continue
        if code not in seen:
            seen.add(code)
            found.append(mutant)
    return found


def mutations(text: str, operators: list[Operator]) -> Iterator[Mutant]:
    tree = ast.parse(text)
    _look_around(tree)
    before = ast.unparse(tree).splitlines()
    for node, put in _places(tree):
        for operator in operators:
            for change in operator(node):
                with put(change):
                    mutated = ast.unparse(tree)
                line = getattr(change, "lineno", node.lineno)
                yield Mutant(line, *_difference(before, mutated.splitlines()), mutated)


def compiled(text: str) -> tuple:
    """What ``text`` does, for comparison with what other text does."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # of the syntax: it becomes a SyntaxError
        tree = ast.parse(text)
        for node in ast.walk(tree):  # where lines break leaves a trace in the code
            if hasattr(node, "lineno"):
                node.lineno = node.end_lineno = 1
                node.col_offset = node.end_col_offset = 0
        return _essence(compile(tree, "<reference>", "exec"))


def _essence(code: types.CodeType) -> tuple:
    instructions = [(it.opname, _of_constant(it.argval)) for it in dis.get_instructions(code)]
    return (code.co_name, code.co_flags, code.co_varnames, code.co_exceptiontable, *instructions)


def _of_constant(value) -> tuple | str:
    return _essence(value) if isinstance(value, types.CodeType) else repr(value)


def _difference(before: list[str], after: list[str]) -> tuple[str, str]:
    """What differs, of either, each on one line with a few words around it."""
    start, stop = _n_alike(before, after)
    pieces = (lines[start : len(lines) - stop] for lines in (before, after))
    one, other = ("; ".join(line.strip() for line in lines) for lines in pieces)
    start, stop = (max(0, n - CONTEXT) for n in _n_alike(one, other))
    return tuple(
        "…" * (start > 0) + it[start : len(it) - stop] + "…" * (stop > 0) for it in (one, other)
    )


def _n_alike(one: Sequence, other: Sequence) -> tuple[int, int]:
    """How much of the two is alike at their beginnings, and of the rest at their ends."""
    start = _first_difference(one, other)
    return start, _first_difference(one[start:][::-1], other[start:][::-1])


def _first_difference(one: Sequence, other: Sequence) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _look_around(tree: ast.AST) -> None:
    """Let names know what they stand for: a module, or a parameter with others of its type."""
    imports = [it for it in ast.walk(tree) if isinstance(it, ast.Import | ast.ImportFrom)]
    modules = {it.asname or it.name for found in imports for it in found.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.is_module = node.id in modules
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            arguments = [*function.args.args, *function.args.kwonlyargs]
            types = {it.arg: ast.dump(it.annotation) for it in arguments if it.annotation}
            for node in ast.walk(function):
                if isinstance(node, ast.Name) and node.id in types:
                    alike = [name for name in types if types[name] == types[node.id]]
                    node.rivals = [name for name in alike if name != node.id]


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, Callable]]:
    """Every node below that may be changed, and how to put something in its place for a while."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_left_alone(child, node):
                if hasattr(child, "lineno"):
                    yield child, _putting(child, node, field)
                yield from _places(child)


def _putting(child: ast.AST, parent: ast.AST, field: str) -> Callable:
    @contextmanager
    def put(change: Change):
        whole = getattr(parent, field)
        changes = change if isinstance(change, list) else [change]
        if isinstance(whole, list):
            place = next(place for place, it in enumerate(whole) if it is child)
            setattr(parent, field, [*whole[:place], *changes, *whole[place + 1 :]])
        else:
            setattr(parent, field, change)
        try:
            yield
        finally:
            setattr(parent, field, whole)

    return put


def _is_left_alone(node: ast.AST, parent: ast.AST) -> bool:
    """Words, and the names of types."""
    match parent, node:
        case _, ast.JoinedStr() | ast.Import() | ast.ImportFrom():
            return True
        case _, ast.Expr(value=ast.Constant()):
            return True
        case ast.Module(), ast.Assign(value=ast.Subscript()):
            return True
        case ast.Raise(), ast.Call(args=[ast.Constant()]):
            return True
        case _, ast.Call(args=[ast.JoinedStr()]):
            return True
        case ast.Compare(), ast.Constant(value=None):
            return True
    return False


def operator(function: Operator) -> Operator:
    OPERATORS.append(function)
    return function


def _but(node: ast.AST, **fields) -> ast.AST:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _number(value) -> ast.Constant:
    return ast.Constant(value)


def _and_one(node: ast.expr) -> Iterator[ast.expr]:
    yield ast.BinOp(node, ast.Add(), _number(1))
    yield ast.BinOp(node, ast.Sub(), _number(1))


def _without_each(items: list) -> Iterator[list]:
    for place in range(len(items)):
        yield [*items[:place], *items[place + 1 :]]


def _first_two_exchanged(items: list) -> Iterator[list]:
    if len(items) > 1 and ast.dump(items[0]) != ast.dump(items[1]):
        yield [items[1], items[0], *items[2:]]


@operator
def other_arithmetic(node):
    """x + y → x - y"""
    match node:
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in ARITHMETIC:
            yield _but(node, op=ARITHMETIC[type(op)]())


@operator
def one_operand(node):
    """x + y → y"""
    if isinstance(node, ast.BinOp):
        yield node.left
        yield node.right


@operator
def operands_exchanged(node):
    """x - y → y - x"""
    match node:
        case ast.BinOp(op=ast.Sub() | ast.Div() | ast.FloorDiv() | ast.Pow() | ast.MatMult()):
            yield _but(node, left=node.right, right=node.left)


@operator
def no_sign(node):
    """-x → x"""
    match node:
        case ast.UnaryOp(op=ast.USub() | ast.Not()):
            yield node.operand


@operator
def other_comparison(node):
    """x < y → x <= y"""
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            for other in COMPARISONS[type(op)]:
                yield _but(node, ops=[*node.ops[:place], other(), *node.ops[place + 1 :]])


@operator
def condition_decided(node):
    """if x: f() → if not x: f()"""
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            for decided in (ast.UnaryOp(ast.Not(), test), _number(True), _number(False)):
                yield _but(node, test=decided)


@operator
def other_filter(node):
    """[x for x in xs if x] → [x for x in xs]"""
    match node:
        case ast.ListComp() | ast.GeneratorExp() | ast.SetComp() | ast.DictComp():
            first, *rest = node.generators
            for test in first.ifs:
                for ifs in ([], [ast.UnaryOp(ast.Not(), test)]):
                    yield _but(node, generators=[_but(first, ifs=ifs), *rest])


@operator
def other_connective(node):
    """x and y → x or y"""
    if isinstance(node, ast.BoolOp):
        yield _but(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        for fewer in _without_each(node.values):
            yield _but(node, values=fewer) if len(fewer) > 1 else fewer[0]


@operator
def other_constant(node):
    """f(2) → f(3)"""
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield _number(not value)
    elif isinstance(value, int):
        yield from map(_number, (0, 1, value + 1, value - 1, 2 * value))
    elif isinstance(value, float):
        yield from map(_number, (0.0, 1.0, 1.5 * value, *([-value] if value else [])))
    elif isinstance(value, str):
        yield _number(value + "_")
    elif value is None:
        yield _number(0)


@operator
def arguments_exchanged(node):
    """f(x, y) → f(y, x)"""
    match node:
        case ast.Call(args=args):
            for other in _first_two_exchanged(args):
                yield _but(node, args=other)
        case ast.Tuple(elts=items) | ast.List(elts=items):
            for other in _first_two_exchanged(items):
                yield _but(node, elts=other)


@operator
def argument_dropped(node):
    """f(x, dim=0) → f(x)"""
    if isinstance(node, ast.Call):
        for fewer in _without_each(node.args):
            yield _but(node, args=fewer)
        for fewer in _without_each(node.keywords):
            yield _but(node, keywords=fewer)


@operator
def other_dim(node):
    """x.sum(dim=0) → x.sum(dim=-1)"""
    match node:
        case ast.keyword(arg="dim" | "start_dim" | "end_dim" | "axis"):
            for dim in (0, 1, -1):
                yield _but(node, value=_number(dim))


@operator
def call_dropped(node):
    """x.detach() → x"""
    match node:
        case ast.Call(func=ast.Attribute(value=receiver)):
            if not getattr(receiver, "is_module", False):
                yield receiver
        case ast.Attribute(attr="T" | "mT" | "data", value=receiver):
            yield receiver
    match node:
        case ast.Call(args=[first, *_]) if not isinstance(first, ast.Starred):
            yield first


@operator
def other_function(node):
    """x.sum() → x.mean()"""
    match node:
        case ast.Attribute(attr=name):
            for other in OTHERS.get(name, []):
                yield _but(node, attr=other)
        case ast.Name(id=name, ctx=ast.Load()):
            for other in OTHERS.get(name, []):
                yield _but(node, id=other)


@operator
def not_in_place(node):
    """x.mul_(y) → x.mul(y)"""
    match node:
        case ast.Call(func=ast.Attribute(attr=name)) if name.endswith("_") and name[0] != "_":
            yield _but(node, func=_but(node.func, attr=name[:-1]))
        case ast.AugAssign(target=target, op=op, value=value):
            loaded = _but(target, ctx=ast.Load())
            yield ast.Assign([target], ast.BinOp(loaded, op, value), lineno=node.lineno)


@operator
def in_place(node):
    """x = x + y → x += y"""
    match node:
        case ast.Assign(targets=[target], value=ast.BinOp(left=left, op=op, right=right)):
            if ast.unparse(target) == ast.unparse(left):
                yield ast.AugAssign(target, op, right)


@operator
def statement_removed(node):
    """x.backward() → pass"""
    if isinstance(
        node, ast.Expr | ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Raise | ast.For
    ):
        yield ast.Pass()


@operator
def statements_exchanged(node):
    """if x: f(); g() → if x: g(); f()"""
    body = getattr(node, "body", None)
    for place, (one, other) in enumerate(pairwise(body if isinstance(body, list) else [])):
        if _order_matters(one, other):
            exchanged = [*body[:place], other, one, *body[place + 2 :]]
            yield _but(node, body=exchanged, lineno=one.lineno)


def _order_matters(one: ast.stmt, other: ast.stmt) -> bool:
    """Whether one of the two may change what the other knows."""
    function = ast.FunctionDef | ast.AsyncFunctionDef
    if isinstance(one, function) or isinstance(other, function | ast.Return):
        return False
    acts = [_holds(it, ast.Expr) for it in (one, other)]
    if any(acts) and all(_holds(it, ast.Expr | ast.Raise) for it in (one, other)):
        return True  # what two calls have to do with each other is not always to be read
    known = [_variables(it, ast.expr_context) for it in (one, other)]
    changed = [_variables(it, ast.expr_context if act else ast.Store)
               for it, act in zip((one, other), acts, strict=True)]  # fmt: skip
    return bool(changed[0] & known[1] or changed[1] & known[0])


def _holds(statement: ast.stmt, kind: type[ast.stmt]) -> bool:
    return any(isinstance(it, kind) for it in ast.walk(statement))


def _variables(statement: ast.stmt, context: type[ast.expr_context]) -> set[str]:
    found = (it for it in ast.walk(statement) if isinstance(getattr(it, "ctx", None), context))
    return {ast.unparse(it) for it in found}


@operator
def block_unwrapped(node):
    """with torch.no_grad(): f() → f()"""
    match node:
        case ast.With(body=body) | ast.Try(body=body) | ast.If(body=body):
            yield body


@operator
def other_return(node):
    """return x → return None"""
    if isinstance(node, ast.Return) and node.value:
        yield _but(node, value=_number(None))


@operator
def decorator_removed(node):
    """
    @torch.no_grad()
    def f(): x()
    →
    def f(): x()
    """
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        for fewer in _without_each(node.decorator_list):
            yield _but(node, decorator_list=fewer)


@operator
def slice_shifted(node):
    """x[:n] → x[:n + 1]"""
    if isinstance(node, ast.Slice):
        for name in ("lower", "upper", "step"):
            if bound := getattr(node, name):
                yield _but(node, **{name: None})
                if name != "step":
                    for other in _and_one(bound):
                        yield _but(node, **{name: other})


@operator
def range_shifted(node):
    """range(n) → range(1, n)"""
    match node:
        case ast.Call(func=ast.Name(id="range"), args=args):
            if len(args) == 1:
                yield _but(node, args=[_number(1), *args])
            for place, bound in enumerate(args):
                for other in _and_one(bound):
                    yield _but(node, args=[*args[:place], other, *args[place + 1 :]])


@operator
def loop_cut_short(node):
    """for x in y: f(x) → for x in y: f(x); break"""
    if isinstance(node, ast.For | ast.While):
        yield _but(node, body=[*node.body, ast.Break()])


@operator
def other_jump(node):
    """break → continue"""
    match node:
        case ast.Break():
            yield from (ast.Continue(), ast.Pass())
        case ast.Continue():
            yield from (ast.Break(), ast.Pass())


@operator
def other_error(node):
    """raise ValueError(x) → raise TypeError(x)"""
    match node:
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name)) as error):
            other = "TypeError" if name == "ValueError" else "RuntimeError"
            yield _but(node, exc=_but(error, func=ast.Name(other)))
        case ast.ClassDef(bases=[ast.Name(id=name)]) if name.endswith("Error"):
            yield _but(node, bases=[ast.Name("Exception")])


@operator
def other_parameter(node):
    """def f(x: int, y: int): return x → def f(x: int, y: int): return y"""
    for rival in getattr(node, "rivals", []):
        yield _but(node, id=rival)
