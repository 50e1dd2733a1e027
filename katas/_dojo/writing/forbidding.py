"""Shortcuts that a lesson forbids, caught at run time however they are spelled.

Torch's own operators are watched below Python, where functions, methods, modules and
``torch.special`` have all become the same operator; autograd at its engine; a module of
Python code wherever its code runs.  A kata that catches the exception is told all the same, and
so is one that goes where nobody watches: to another thread or process, or on without the watch.
"""

from __future__ import annotations

import _thread
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType

import pytest
import torch
from torch.autograd import Variable, forward_ad
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

from katas._dojo.system.audit import listening
from katas._dojo.writing import values


class ForbiddenCallError(AssertionError):
    """A call that the lesson forbids, and why."""


@contextmanager
def forbid_operators(*names: str, because: str) -> Iterator[None]:
    """Forbid torch's operators of these names ("softmax"), with whatever runs for them."""
    with _Watch(names, because) as watch, _kept_in_sight(watch):
        yield
    watch.check()


@contextmanager
def forbid_functions(*names: str, because: str) -> Iterator[None]:
    """Forbid torch's functions of these names ("linear") where Python calls them.

    For those that below Python have become the operators of what is allowed.
    """
    watch = _Watch((), because)
    with _FunctionWatch(names, watch), _kept_in_sight(watch):
        yield
    watch.check()


@contextmanager
def forbid_autograd(because: str) -> Iterator[None]:
    """Forbid gradients by torch: backward, autograd.grad, torch.func, forward mode."""
    watch = _Watch((), because)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Variable, "_execution_engine", _NoEngine(watch))
        with _watching_code(forward_ad.make_dual.__code__.__eq__, watch), _kept_in_sight(watch):
            yield
    watch.check()


@contextmanager
def forbid_code_of(package: str, because: str) -> Iterator[None]:
    """Forbid the Python code of ``package`` ("torch.optim") to run."""
    folder = str(Path(sys.modules[package].__file__).parent)
    watch = _Watch((), because)
    forbidden = lambda code: code.co_filename.startswith(folder)  # noqa: E731
    with _watching_code(forbidden, watch), _kept_in_sight(watch):
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


# What leads out of sight, by Python's audit events, and what to say of it.
OUT_OF_SIGHT = {
    "os.fork": "another process",
    "os.posix_spawn": "another process",
    "subprocess.Popen": "another process",
    "sys.setprofile": "sys.setprofile",
}
STARTING_THREADS = ("start_new_thread", "start_joinable_thread")


@contextmanager
def _kept_in_sight(watch: _Watch) -> Iterator[None]:
    def hear(event, arguments):
        if event in OUT_OF_SIGHT:
            watch.catch(OUT_OF_SIGHT[event])

    with listening(hear), pytest.MonkeyPatch.context() as patch:
        for name in STARTING_THREADS:  # of which Python tells only since 3.12
            for module, its_name in ((_thread, name), (threading, f"_{name}")):
                if hasattr(module, its_name):
                    patch.setattr(module, its_name, lambda *_, **__: watch.catch("a thread"))
        yield


class _Watch(TorchDispatchMode):
    def __init__(self, names: tuple[str, ...], because: str):
        super().__init__()
        self.names = set(names)
        self.because = because
        self.caught: str | None = None

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """Torch keeps its compiler out of a mode, and imports it to do so: for three seconds."""
        return False

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        look = self._look_uncompiled if "torch._dynamo" in sys.modules else self._look
        return look(function, args, kwargs or {})

    def _look(self, function, args, kwargs):
        name = function.overloadpacket.__name__
        # How torch's own run in the end: _softmax, nll_loss2d_forward, relu_, _foreach_exp.
        plain = re.sub(r"^_(foreach_)?|(2d)?(_forward)?_?$", "", name)
        if not self.names.isdisjoint((name, plain)):
            self.catch(name)
        return function(*args, **kwargs)

    _look_uncompiled = torch._disable_dynamo(_look)

    def catch(self, call: str) -> None:
        if _only_shows():
            return
        self.caught = self.caught or call  # Python drops a profile function that raises
        self.check()

    def check(self) -> None:
        if self.caught is not None:
            raise ForbiddenCallError(f"used      {self.caught}\n{self.because}")


class _FunctionWatch(TorchFunctionMode):
    def __init__(self, names: tuple[str, ...], watch: _Watch):
        super().__init__()
        self.names = names
        self.watch = watch

    def __torch_function__(self, function, types, args=(), kwargs=None):
        # torch.ops has it as linear.default, too.
        name = getattr(function, "__name__", "").partition(".")[0]
        if name in self.names:
            self.watch.catch(name)
        return function(*args, **(kwargs or {}))


def _only_shows() -> bool:
    """Whether it is to be shown in a failure, that something runs: an argument of a call."""
    frame = sys._getframe(1)
    while frame and frame.f_code.co_filename != values.__file__:
        frame = frame.f_back
    return frame is not None


class _NoEngine:
    def __init__(self, watch: _Watch):
        self.watch = watch

    def run_backward(self, *args, **kwargs):
        self.watch.catch("autograd")
