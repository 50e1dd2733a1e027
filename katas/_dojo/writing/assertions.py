"""What specs assert with, beside plain ``assert``.

Each says what came back and what was expected, in the words a learner needs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import numpy
import torch
from torch.testing._comparison import default_tolerances

from katas._dojo.writing.mismatch import ChangedError, MismatchError, is_read
from katas._dojo.writing.values import READ, compared, show, show_apart


def assert_close(
    actual: Any,
    expected: torch.Tensor | numpy.ndarray,
    *,
    rtol: float | None = None,
    atol: float | None = None,
    what: str = "",
) -> None:
    """Require a tensor of exactly this shape, dtype and device, and of these values.

    If an array is expected, an array is required.  Nothing broadcasts.  Tolerances are those of
    ``torch.testing`` for the dtype, unless both ``rtol`` and ``atol`` are given.  ``what`` names
    the value where the call alone does not: "the gradient of w".
    """
    __tracebackhide__ = True
    of_torch = isinstance(expected, torch.Tensor)
    if not isinstance(actual, torch.Tensor if of_torch else numpy.ndarray):
        got = f"{type(actual).__name__}: {show(actual)}"
        wanted = "a tensor" if of_torch else "an array"
        _fail(what, wanted, got, values=(actual, expected))
    for aspect in ("shape", "dtype", "device", "layout") if of_torch else ("shape", "dtype"):
        got, wanted = getattr(actual, aspect), getattr(expected, aspect)
        if got != wanted:
            name = f"{aspect} of {what}" if what else aspect
            if aspect == "shape":
                got, wanted = list(got), list(wanted)
            _fail(name, wanted, got, f"value     {show(actual)}", values=(actual, expected))
    values = actual, expected = _tensor(actual), _tensor(expected)
    actual, expected = actual.detach(), expected.detach()
    if rtol is None and atol is None:
        rtol, atol = default_tolerances(expected.dtype)
    elif rtol is None or atol is None:
        raise TypeError("assert_close: rtol and atol are given together, or neither")
    if torch.equal(actual, expected):  # as many are: isclose takes thirty times as long
        return
    # What torch.testing.assert_close comes to, which first imports for a second what is not needed.
    close = torch.isclose(actual, expected, rtol, atol, equal_nan=True)
    if close.all():
        return
    if not is_read():
        raise MismatchError("", what, *values)
    shown = actual, expected, torch.where(close, actual, expected)
    *two, but_for_noise = shown if of_torch else (it.numpy() for it in shown)
    got, wanted = show_apart(*two, but_for_noise=but_for_noise)
    _fail(what, wanted, got, *_difference(actual, expected, ~close), values=values)


def assert_equal(actual: Any, expected: Any, *, what: str = "") -> None:
    """Require the same type and the same value: ``True`` is not 1, a list is not a tuple."""
    __tracebackhide__ = True
    if type(actual) is not type(expected) or actual != expected:
        if not is_read():
            raise MismatchError("", what, actual, expected)
        if type(actual) is type(expected):
            lines = compared(actual, expected)
        else:
            got, wanted = (f"{type(it).__name__}: {show(it)}" for it in (actual, expected))
            lines = [f"got       {got}", f"expected  {wanted}"]
        raise MismatchError("\n".join([what] * bool(what) + lines), what, actual, expected)


@contextmanager
def assert_raises(exception: type[Exception], *naming: Any) -> Iterator[None]:
    """Require ``exception``, its message naming each of ``naming``.

    A tuple in ``naming`` holds alternatives, one of which is enough.
    """
    __tracebackhide__ = True
    try:
        yield
    except exception as raised:
        if isinstance(raised, NotImplementedError):
            raise
        message = str(raised)
        alternatives = [it if isinstance(it, tuple) else (it,) for it in naming]
        missing = [str(it[0]) for it in alternatives if not any(_names(message, w) for w in it)]
        if missing:
            wanted = f"{exception.__name__} whose message names {missing[0]}"
            got = f"{type(raised).__name__}: {message or '(no message)'}"
            _fail("", wanted, got, values=(raised, (exception, *missing)))
    except NotImplementedError:
        raise  # an unsolved stub is todo, not wrong
    except Exception as raised:
        got = f"{type(raised).__name__}: {raised}"
        _fail("", exception.__name__, got, values=(raised, exception))
    else:
        _fail("", exception.__name__, "no error", values=(None, exception))


@contextmanager
def assert_untouched(*things: torch.Tensor | torch.nn.Module) -> Iterator[None]:
    """Require that what runs inside leaves ``things`` and the random state as they were.

    Of a tensor: values, gradient, ``requires_grad``.  Of a module: parameters and
    buffers, their gradients, and the training flag of every submodule.
    """
    __tracebackhide__ = True
    before = [_state(thing) for thing in things]
    generator = torch.get_rng_state()
    yield
    for thing, then in zip(things, before, strict=True):
        now = _state(thing)
        for name in then:
            if name not in now or not _same(then[name], now[name]):
                values = now.get(name), then[name]
                got, wanted = show_apart(*values)
                wanted = f"{wanted}, as before"
                _fail(name, wanted, got, values=values, kind=ChangedError)
        if new := sorted(now.keys() - then.keys()):
            _fail("state", "nothing new", ", ".join(new), values=(new, []), kind=ChangedError)
    if not torch.equal(generator, torch.get_rng_state()):
        got = "random numbers were drawn"
        _fail(
            "random state",
            "torch's generator untouched",
            got,
            values=(True, False),
            kind=ChangedError,
        )


def _fail(
    what: str,
    expected: str,
    got: str,
    *more: str,
    values: tuple[Any, Any],
    kind: type[MismatchError] = MismatchError,
) -> NoReturn:
    """Fail with these words; ``values`` are what came back and what was expected."""
    __tracebackhide__ = True
    lines = [what] if what else []
    lines += [f"got       {got}", f"expected  {expected}", *more]
    raise kind("\n".join(lines), what, *values)


def _tensor(value: torch.Tensor | numpy.ndarray) -> torch.Tensor:
    if isinstance(value, torch.Tensor):
        return value
    return torch.from_numpy(numpy.ascontiguousarray(value).reshape(value.shape))


def _names(message: str, word: Any) -> bool:
    """Whether ``word`` stands in ``message`` by itself: 3 is not named by 13 or by 3.5."""
    return re.search(rf"(?<![\w.]){re.escape(str(word))}(?!\w|\.\d)", message) is not None


def _difference(actual: torch.Tensor, expected: torch.Tensor, differs: torch.Tensor) -> list[str]:
    """The first element that differs, and the largest difference."""
    if not differs.any():
        return []
    first = tuple(differs.nonzero()[0].tolist())
    where = f"at {list(first)}: " if first else ""
    lines = []
    if actual.numel() > 1:
        two = (tensor[first].item() for tensor in (actual, expected))
        got, wanted = show_apart(*two, digits=(READ, 9, 17))
        count = f"{int(differs.sum())} of {actual.numel()} elements differ"
        lines.append(f"differs   {where}got {got}, expected {wanted} ({count})")
    if actual.dtype != torch.bool:
        exact = torch.complex128 if actual.is_complex() else torch.float64
        largest = (actual.to(exact) - expected.to(exact)).abs().max().item()
        if math.isfinite(largest):
            lines.append(f"largest difference {largest:.3g}")
    return lines


def _state(thing: torch.Tensor | torch.nn.Module) -> dict[str, Any]:
    if isinstance(thing, torch.Tensor):
        return {
            "an argument": thing.detach().clone(),
            "the gradient of an argument": None if thing.grad is None else thing.grad.clone(),
            "requires_grad of an argument": thing.requires_grad,
        }
    state: dict[str, Any] = {}
    for name, tensor in [*thing.named_parameters(), *thing.named_buffers()]:
        state[name] = tensor.detach().clone()
        state[f"{name}.requires_grad"] = tensor.requires_grad
        state[f"{name}.grad"] = None if tensor.grad is None else tensor.grad.clone()
    for name, module in thing.named_modules():
        state[f"{name or 'the module'}.training"] = module.training
    return state


def _same(before: Any, after: Any) -> bool:
    if isinstance(before, torch.Tensor) and isinstance(after, torch.Tensor):
        if before.shape != after.shape or before.dtype != after.dtype:
            return False
        return torch.equal(before, after) or torch.allclose(
            before, after, rtol=0, atol=0, equal_nan=True
        )
    return type(before) is type(after) and before == after
