"""How a test ended, in a form that tells one answer from another.

What came back counts, and the kind of an error; the words and names that whoever wrote the
answer chose do not, nor do the last digits of a float, which depend on the order of additions.
"""

from __future__ import annotations

import dis
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from katas._dojo.writing.mismatch import MismatchError

READ_ONE_BY_ONE = 64  # elements of a tensor; of a larger one its first, its sum and its size
NO_ERROR = "no error, where one was due"
ADDRESS = r" at 0x[0-9a-f]+"
CALLABLE = r"'?<?(function|class|bound method)\b[^>]*>?"
SIGNATURE = r"\b[\w.]*\b(?=\(\) (?:takes|missing|got))"
QUOTED = r"(?<!\w)'[^']*'"  # the apostrophe of "Can't" is none
VERSION = r"(?<= version )\d+"  # of a tensor: how often it was changed in place
# A folder that one run has for itself; within it, names count.
RUN = rf"{re.escape(tempfile.gettempdir())}/(pytest-of-[^/\s]+/pytest-\d+/(popen-\w+/)?)?[^/\s'\"]+"
NUMBER = r"-?\d+\.\d+(?:e[-+]?\d+)?|-?\d+e[-+]?\d+"


def ending(raised: pytest.ExceptionInfo | None) -> str | None:
    """None if the test passed, else what it raised, and of a comparison what came back."""
    if raised is None:
        return None
    error = raised.value
    if isinstance(error, MismatchError):
        if error.got is None and isinstance(error.expected, type):
            return NO_ERROR
        return f"{error.what}: {_of(error.got)}, not {_of(error.expected)}"
    return _error(error)


def _of(value: Any) -> str:
    torch = sys.modules["torch"]
    if isinstance(value, torch.Tensor):
        return _tensor(value)
    if isinstance(value, BaseException):
        return _error(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_of(key)}: {_of(it)}' for key, it in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"{type(value).__name__}({', '.join(map(_of, value))})"
    return f"{type(value).__name__} {_text(repr(value))}"


def _tensor(tensor) -> str:
    kind = f"{tensor.dtype} {list(tensor.shape)} {tensor.device.type} {tensor.requires_grad}"
    if tensor.is_meta:
        return kind
    numbers = tensor.detach().reshape(-1)
    shown = numbers[:READ_ONE_BY_ONE].tolist()
    if len(numbers) > READ_ONE_BY_ONE:
        shown.append(numbers.double().sum().item())
    return f"{kind} {' '.join(_numbers(shown))}"


def _numbers(values: Iterable) -> Iterable[str]:
    return (_rounded(it) if isinstance(it, float) else str(it) for it in values)


def _error(error: BaseException) -> str:
    kind = type(error).__name__
    if _is_raised_by_a_statement(error):
        return kind
    text = str(error)
    if isinstance(error, (NameError, AttributeError)):
        text = re.sub(QUOTED, "", text)
    if isinstance(error, ZeroDivisionError):  # whether by / or by //
        text = ""
    return f"{kind}: {_text(text)}"


def _is_raised_by_a_statement(error: BaseException) -> bool:
    """Whether someone wrote ``raise`` or ``assert``, with words of their own."""
    trace = error.__traceback__
    if trace is None or isinstance(error, AssertionError):
        return False
    while trace.tb_next:
        trace = trace.tb_next
    return dis.opname[trace.tb_frame.f_code.co_code[trace.tb_lasti]] == "RAISE_VARARGS"


def _text(text: str) -> str:
    text = re.sub(f"{ADDRESS}|{CALLABLE}|{SIGNATURE}|{VERSION}|{RUN}", "", text)
    return re.sub(NUMBER, lambda number: _rounded(float(number[0])), text)


def _rounded(value: float) -> str:
    return "0" if abs(value) < 1e-9 else f"{value:.3g}"
