"""Shortcuts that a lesson forbids, caught at run time however they are spelled.

Torch's own operators are watched below Python, where functions, methods, modules and
``torch.special`` have all become the same operator; autograd at its engine; a module of
Python code wherever its code runs.  A kata that catches the exception is told all the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType

import pytest
from torch.autograd import Variable, forward_ad
from torch.utils._python_dispatch import TorchDispatchMode


class ForbiddenCallError(AssertionError):
    """A call that the lesson forbids, and why."""


@contextmanager
def forbid_operators(*names: str, because: str) -> Iterator[None]:
    """Forbid torch's operators of these names ("softmax"), with whatever runs for them."""
    with _Watch(names, because) as watch:
        yield
    watch.check()


@contextmanager
def forbid_autograd(because: str) -> Iterator[None]:
    """Forbid gradients by torch: backward, autograd.grad, torch.func, forward mode."""
    watch = _Watch((), because)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Variable, "_execution_engine", _NoEngine(watch))
        with _watching_code(forward_ad.make_dual.__code__.__eq__, watch):
            yield
    watch.check()


@contextmanager
def forbid_code_of(package: str, because: str) -> Iterator[None]:
    """Forbid the Python code of ``package`` ("torch.optim") to run."""
    folder = str(Path(sys.modules[package].__file__).parent)
    watch = _Watch((), because)
    with _watching_code(lambda code: code.co_filename.startswith(folder), watch):
        yield
    watch.check()


@contextmanager
def _watching_code(forbidden: Callable[[CodeType], bool], watch: _Watch) -> Iterator[None]:
    """Catch code as it starts to run, whatever name it was imported by."""

    def profile(frame, event, argument):
        if event == "call" and forbidden(frame.f_code):
            watch.catch(f"{frame.f_globals['__name__']}.{frame.f_code.co_qualname}")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        yield
    finally:
        sys.setprofile(before)


class _Watch(TorchDispatchMode):
    def __init__(self, names: tuple[str, ...], because: str):
        super().__init__()
        self.names = set(names)
        self.because = because
        self.caught: str | None = None

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        name = function.overloadpacket.__name__
        # How torch's own run in the end: _softmax, nll_loss2d_forward, relu_, _foreach_exp.
        plain = re.sub(r"^_(foreach_)?|(2d)?(_forward)?_?$", "", name)
        if not self.names.isdisjoint((name, plain)):
            self.catch(name)
        return function(*args, **(kwargs or {}))

    def catch(self, call: str) -> None:
        self.caught = call
        self.check()

    def check(self) -> None:
        if self.caught is not None:
            raise ForbiddenCallError(f"used      {self.caught}\n{self.because}")


class _NoEngine:
    def __init__(self, watch: _Watch):
        self.watch = watch

    def run_backward(self, *args, **kwargs):
        self.watch.catch("autograd")
