"""How a value is shown: short enough for a learner's screen, and all that tells it from another.

Nothing that is shown is used up or changed by it: an iterator is only named.
"""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import functools
import inspect
import itertools
import linecache
import math
import re
import sys
import types
from collections.abc import Callable, Iterable, Mapping
from typing import Any

LONGEST = 180  # characters of one value, or of one call, on a learner's screen
SHORTEST = 25  # that is left of one of many
DIGITS = (None, 9, 17)  # of numbers: as they are best read, all of float32, all of float64
READ, FEWER = 6, 4  # digits that are best read, and that are enough where there are many
# Of a large tensor: how many along the last side, and along each of the others.
LEADING = ((8, 8), (6, 6), (4, 4), (3, 3), (2, 2), (8, 1), (4, 1), (2, 1), (1, 1))
DEEPEST = 5  # containers in containers
FEW = 6  # attributes of an object

# How Python writes them: <function f.<locals>.g at 0x7f12>, <class 'torch.Tensor'>.
OF_CALLABLES = re.compile(r"<(?:built-in (?:method|function)|function|class) '?([\w.]+)[^<>]*>")
OVER = ("list_iterator", "tuple_iterator", "range_iterator", "str_iterator")


def show(value: Any, room: int = LONGEST, digits: int | None = None) -> str:
    """A value as it fits on a learner's screen."""
    return _text(value, room, digits, 0)


def show_call(before: str, args: Iterable[Any], kwargs: Mapping[str, Any], after: str = ")") -> str:
    """A call: "f(", its arguments, ")"."""
    named = [("", it) for it in args] + [(f"{name}=", it) for name, it in kwargs.items()]
    room = LONGEST - len(before) - len(after)
    shown = [name + show(it, room) for name, it in named]
    share = max(_share(map(len, shown), room), SHORTEST)
    for n, (name, it) in enumerate(named):
        if len(shown[n]) > share:
            shown[n] = name + show(it, share - len(name))
    return _cut(f"{before}{', '.join(shown)}{after}", LONGEST)


def show_apart(
    got: Any,
    expected: Any,
    digits: Iterable[int | None] = DIGITS,
    *,
    but_for_noise: Any = None,
) -> tuple[str, str]:
    """Two values that differ, with as many digits as it takes to see it.

    ``but_for_noise`` is ``got`` where that is close enough to ``expected``, and else ``expected``.
    Where no digits would show the difference, there are as many as are best read.
    """
    counts = expected if but_for_noise is None else but_for_noise
    apart = (it for it in digits if show(got, digits=it) != show(counts, digits=it))
    number = next(apart, None)
    return show(got, digits=number), show(expected, digits=number)


def compared(got: Any, expected: Any) -> list[str]:
    """Two values that differ, and where, if that cannot be seen from how they are shown."""
    shown = show_apart(got, expected)
    lines = [f"got       {shown[0]}", f"expected  {shown[1]}"]
    if shown[0] == shown[1] or any("…" in text for text in shown):
        place = None
        with contextlib.suppress(Exception):  # of an __eq__ that is not ours
            place = _first_difference(got, expected)
        if place:
            where, *two = place
            one, other = (_cut(it, LONGEST // 3) for it in show_apart(*two))
            lines.append(f"differs   {where}: got {one}, expected {other}")
        elif shown[0] == shown[1]:
            lines.append("differs   in what is not shown")
    return lines


def _first_difference(got: Any, expected: Any, where: str = "") -> tuple[str, Any, Any] | None:
    """Where two containers first differ, and what they have there."""
    if isinstance(got, (list, tuple)) and isinstance(expected, (list, tuple)):
        if len(got) != len(expected):
            return f"in the length{where and f' of {where}'}", len(got), len(expected)
        pairs = [(f"[{n}]", *two) for n, two in enumerate(zip(got, expected, strict=True))]
    elif isinstance(got, dict) and isinstance(expected, dict):
        if got.keys() != expected.keys():
            return f"in the keys{where and f' of {where}'}", list(got), list(expected)
        pairs = [(f"[{key!r}]", got[key], it) for key, it in expected.items()]
    elif _alike(got, expected):
        return None
    elif isinstance(got, str) and isinstance(expected, str):
        pairs = enumerate(zip(got, expected, strict=False))
        same = next((n for n, (one, other) in pairs if one != other), min(len(got), len(expected)))
        return f"from character {same} on{where and f' at {where}'}", got[same:], expected[same:]
    else:
        torch = sys.modules["torch"]
        tensors = isinstance(got, torch.Tensor) and isinstance(expected, torch.Tensor)
        if tensors and got.shape == expected.shape and got.numel() > 1:
            first = (got != expected).nonzero()[0].tolist()
            got, expected = got[tuple(first)].item(), expected[tuple(first)].item()
            where += str(first)
        return (f"at {where}", got, expected) if where else None
    found = (_first_difference(one, other, f"{where}{step}") for step, one, other in pairs)
    return next(filter(None, found), None)


def _alike(one: Any, other: Any) -> bool:
    torch = sys.modules["torch"]
    if isinstance(one, torch.Tensor) and isinstance(other, torch.Tensor):
        return one.dtype == other.dtype and one.device == other.device and torch.equal(one, other)
    return type(one) is type(other) and bool(one == other)


def _text(value: Any, room: int, digits: int | None, depth: int) -> str:
    try:
        text = _written(value, room, digits, depth)
    except Exception:  # what is not ours: a __repr__, a number of more digits than Python writes
        text = type(value).__name__
    return shortened(text, room)


def shortened(text: str, room: int = LONGEST) -> str:
    """What Python says of a value, on one line, and without addresses."""
    text = " ".join(text.split()).replace("<locals>.", "")
    text = re.sub(OF_CALLABLES, lambda it: it[1].rpartition(".")[2], text)
    text = re.sub(r" at 0x[0-9a-fA-F]+", "", text)
    return _cut(re.sub(r"<generator object [\w.]*<?\w*>*", "a generator", text), room)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: max(room - 1, 0)] + "…"


def _written(value: Any, room: int, digits: int | None, depth: int) -> str:
    torch = sys.modules["torch"]
    kind = type(value)
    name = kind.__name__

    def inside(items: Iterable[tuple[str, Any]], count: int, form: str) -> str:
        if depth == DEEPEST:
            return form.format("…")
        left = room - len(form.format(""))
        write = functools.partial(_text, depth=depth + 1)
        return form.format(_series(items, count, left, digits, write))

    if isinstance(value, torch.Tensor):
        return _tensor(torch, value, room, digits)
    numpy, pillow = sys.modules.get("numpy"), sys.modules.get("PIL.Image")
    if numpy and isinstance(value, numpy.ndarray) and value.dtype.kind in "biuf":
        return _array(value, room, digits)
    if pillow and isinstance(value, pillow.Image) and value.mode in ("L", "RGB", "RGBA"):
        form = "Image.fromarray({})"
        return form.format(_array(numpy.asarray(value), room - len(form), digits))
    if kind is float:
        return _number(value, digits)
    if isinstance(value, torch.nn.Module):
        parts = dict(value.named_children())
        if not parts:
            return repr(value)
        listed = isinstance(value, (torch.nn.Sequential, torch.nn.ModuleList))
        named = [("" if listed else f"{part}=", it) for part, it in parts.items()]
        text = inside(named, len(parts), f"{name}({{}})")
        kinds = f"{name}({', '.join(type(it).__name__ for it in parts.values())})"
        whole = len(text) <= room and "…" not in text
        return text if whole else kinds if len(kinds) <= room else name
    if isinstance(value, torch.optim.Optimizer):
        settings = _settings(value)
        return inside(settings, len(settings), f"{name}({{}})")
    if isinstance(value, torch.Generator):
        return f"Generator().manual_seed({value.initial_seed()})"
    if kind in (list, tuple):
        form = "[{}]" if kind is list else "({},)" if len(value) == 1 else "({})"
        return inside((("", it) for it in value), len(value), form)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        named = [(f"{field}=", it) for field, it in zip(value._fields, value, strict=True)]
        return inside(named, len(named), f"{name}({{}})")
    if kind is dict or (isinstance(value, dict) and kind.__module__ == "collections"):
        form = "{{{}}}" if kind is dict else f"{name}({{{{{{}}}}}})"
        return inside(((f"{key!r}: ", it) for key, it in value.items()), len(value), form)
    if dataclasses.is_dataclass(kind) and kind.__dataclass_params__.repr:
        fields = [it.name for it in dataclasses.fields(value) if it.repr]
        named = [(f"{field}=", getattr(value, field)) for field in fields]
        return inside(named, len(named), f"{name}({{}})")
    if isinstance(value, functools.partial):
        named = [("", value.func), *(("", it) for it in value.args)]
        named += [(f"{keyword}=", it) for keyword, it in value.keywords.items()]
        return inside(named, len(named), "partial({})")
    if isinstance(value, types.MethodType):
        return f"{_text(value.__self__, room, digits, depth + 1)}.{value.__name__}"
    if callable(value) and hasattr(value, "__name__"):
        return _lambda(value) if value.__name__ == "<lambda>" else value.__name__
    if inspect.isgenerator(value):
        named = value.__name__
        return "a generator expression" if named == "<genexpr>" else f"a generator `{named}`"
    if kind.__repr__ is not object.__repr__:
        return repr(value)
    if name in OVER:
        return inside([("", value.__reduce__()[1][0])], 1, "an iterator over {}")
    if hasattr(kind, "__next__") and kind.__module__ in ("builtins", "itertools"):
        return f"an iterator ({name})"
    public = [(f"{key}=", it) for key, it in vars(value).items() if not key.startswith("_")]
    of_python = kind.__module__.partition(".")[0] in sys.stdlib_module_names
    if of_python or depth > 1 or len(public) > FEW:
        return name
    text = inside(public, len(public), f"{name}({{}})")
    return name if "…" in text else text


def _series(
    items: Iterable[tuple[str, Any]],
    count: int,
    room: int,
    digits: int | None,
    write: Callable[..., str],
) -> str:
    """Named ``items``, ``count`` of them: whole if there is room, else so that all have a share."""
    items = iter(items)
    kept, shown = [], []
    for name, it in items:
        kept.append((name, it))
        shown.append(name + write(it, room, digits))
        if len(", ".join(shown)) > room:
            break
    else:
        return ", ".join(shown)
    tail = f", … {count} in all" if count > 1 else ""
    lengths = [len(text) for text in shown] + [SHORTEST] * (count - len(shown))
    share, shown = max(_share(lengths, room), SHORTEST), []
    for name, it in itertools.chain(kept, items):
        text = name + write(it, share - len(name), digits or READ)
        if shown and len(", ".join([*shown, text])) > room - len(tail):
            return ", ".join(shown) + tail
        shown.append(text)
    return ", ".join(shown)


def _share(lengths: Iterable[int], room: int) -> int:
    """How long any of them may be so that all fit, with ", " in between."""
    share, lengths = room, sorted(lengths)
    for n, length in enumerate(lengths):
        share = room // (len(lengths) - n) - 2
        if length > share:
            break
        room -= length + 2
    return share


def _tensor(torch, tensor, room: int, digits: int | None) -> str:
    """The whole tensor as Python reads it, or what leads in it, with its shape."""
    dtype, shape = str(tensor.dtype).removeprefix("torch."), tuple(tensor.shape)
    kind = f"{dtype}{list(shape)}"
    if tensor.device.type != "cpu":
        kind += f" on {tensor.device}"
    if tensor.is_meta or tensor.layout != torch.strided or tensor.is_quantized:
        return f"tensor {kind}"
    values = tensor.detach()
    for n_digits in _precisions(values, room, digits):
        text = _whole(torch, tensor, values.tolist(), n_digits)
        if len(text) <= room:
            return text
    return _leading("tensor", values, kind, room, digits)


def _array(array, room: int, digits: int | None) -> str:
    """The whole array in the words of NumPy, or what leads in it, with its shape."""
    shape, dtype = array.shape, str(array.dtype)
    told = "" if dtype in ("float64", "int64", "bool") else f", dtype={dtype}"
    for n_digits in _precisions(array, room, digits):
        text = f"array({_numbers(array.tolist(), shape, n_digits)}{told})"
        if len(text) <= room:
            return text
    return _leading("array", array, f"{dtype}{list(shape)}", room, digits)


def _precisions(values, room: int, digits: int | None) -> tuple[int, ...]:
    """With how many digits ``values`` may fit whole, none if they are too many in any case."""
    if 0 in values.shape or not _may_fit(values, room):
        return ()
    return (digits,) if digits else (READ, FEWER)


def _may_fit(values, room: int) -> bool:
    """Whether there is room for so many: a digit of each, and ", " between them."""
    return 3 * math.prod(values.shape) - 2 <= room


def _leading(name: str, values, kind: str, room: int, digits: int | None) -> str:
    """As many of the first of ``values`` as there is room for, then what ``kind`` they are of."""
    shape = tuple(values.shape)
    for last, others in LEADING if 0 not in shape else ():
        first = values[(*(slice(others) for _ in shape[1:]), slice(last))]
        if _may_fit(first, room):
            text = f"{name}({_numbers(first.tolist(), shape, digits or READ)}) {kind}"
            if len(text) <= room:
                return text
    return f"{name} {kind}"


def _whole(torch, tensor, values: Any, digits: int) -> str:
    told = [_numbers(values, tuple(tensor.shape), digits)]
    if tensor.dtype not in (torch.float32, torch.int64, torch.bool):  # which the numbers tell
        told.append(f"dtype={tensor.dtype}")
    if tensor.device.type != "cpu":
        told.append(f"device={str(tensor.device)!r}")
    if isinstance(tensor, torch.nn.Parameter):
        return f"Parameter(tensor({', '.join(told)}))"
    if tensor.requires_grad and tensor.is_leaf:
        told.append("requires_grad=True")
    return f"tensor({', '.join(told)})"


def _numbers(values: Any, shape: tuple[int, ...], digits: int) -> str:
    """Nested lists of numbers, which may be only the first of those in a tensor of ``shape``."""
    if not shape:
        return _number(values, digits)
    shown = [_numbers(it, shape[1:], digits) for it in values]
    return f"[{', '.join(shown + ['…'] * (len(values) < shape[0]))}]"


def _number(value: Any, digits: int | None) -> str:
    if isinstance(value, float) and digits:
        return repr(float(f"{value:.{digits}g}"))
    return repr(value)


def _settings(optimizer) -> list[tuple[str, Any]]:
    """What was chosen for an optimizer, as far as it is not what its class would choose."""
    usual = inspect.signature(type(optimizer)).parameters
    chosen = optimizer.param_groups[0].items()
    known = [(name, it) for name, it in chosen if name in usual and name != "params"]
    return [(f"{name}=", it) for name, it in known if name == "lr" or it != usual[name].default]


def _lambda(value: Callable) -> str:
    """The text of a lambda, if there is but one on its line."""
    code = inspect.unwrap(value).__code__
    source = "".join(linecache.getlines(code.co_filename))
    found = [it for it in _lambdas(source) if it.lineno == code.co_firstlineno]
    text = len(found) == 1 and ast.get_source_segment(source, found[0])
    return " ".join(text.split()) if text else "a lambda"


@functools.lru_cache(maxsize=8)
def _lambdas(source: str) -> list[ast.Lambda]:
    return [it for it in ast.walk(ast.parse(source)) if isinstance(it, ast.Lambda)]
