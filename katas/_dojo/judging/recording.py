"""What a spec last asked of a kata: the call, and what came back.

A failing test is run once more under a recorder, so that ordinary runs stay untouched.
"""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from katas._dojo.curriculum import kata_of
from katas._dojo.writing.values import show


@dataclass
class Call:
    text: str
    line: int  # of the definition that was called
    arguments: dict[str, Any]  # by parameter, as they were before the call
    returned: str | None = None


@dataclass
class Recorder:
    """``last`` is the last call that a spec made; ``names`` all that ran on its behalf."""

    last: Call | None = None
    names: set[str] = field(default_factory=set)
    depth: int = 0

    def wrap(self, name: str, function: Callable, *, method: bool = False) -> Callable:
        @functools.wraps(function)
        def recorded(*args, **kwargs):
            self.names.add(name)
            if self.depth:  # the kata calling itself is not what the spec asked
                return function(*args, **kwargs)
            shown = args[1:] if method else args
            written = inspect.unwrap(function)  # below a decorator such as torch.no_grad()
            line = written.__code__.co_firstlineno
            self.last = Call(_call(name, shown, kwargs), line, _arguments(function, args, kwargs))
            self.depth += 1
            try:
                returned = function(*args, **kwargs)
            finally:
                self.depth -= 1
            self.last.returned = None if returned is None else show(returned)
            return returned

        return recorded


@contextmanager
def recording(item: pytest.Item) -> Iterator[Recorder]:
    """Record the calls to the kata's public functions, and to the methods of its classes."""
    kata = kata_of(item.path)
    module = sys.modules[kata.module]
    recorder = Recorder()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in public_names(module).items():
            if inspect.isclass(value):
                for method, function in list(vars(value).items()):
                    if inspect.isfunction(function):
                        wrapped = recorder.wrap(f"{name}.{method}", function, method=True)
                        patch.setattr(value, method, wrapped)
            elif inspect.isfunction(value):
                wrapped = recorder.wrap(name, value)
                for owner in (module, item.module):
                    if getattr(owner, name, None) is value:
                        patch.setattr(owner, name, wrapped)
        yield recorder


def public_names(module) -> dict[str, Any]:
    """The functions and classes that ``module`` itself defines for others."""
    return {
        name: value
        for name, value in vars(module).items()
        if not name.startswith("_")
        and (inspect.isfunction(value) or inspect.isclass(value))
        and _is_defined_in(value, module)
    }


def _is_defined_in(value, module) -> bool:
    if value.__module__ == module.__name__:
        return True
    # A known mistake that stands in the place of a name is defined in the catalogue.
    return value.__module__.startswith(("solutions.mistakes.", "tests."))


def _call(name: str, args: tuple, kwargs: dict) -> str:
    owner, _, method = name.rpartition(".")
    shown = [show(value) for value in args]
    shown += [f"{key}={show(value)}" for key, value in kwargs.items()]
    called = owner if method == "__init__" else name
    return f"{called}({', '.join(shown)})"


def _arguments(function: Callable, args: tuple, kwargs: dict) -> dict[str, Any]:
    torch = sys.modules["torch"]
    try:
        given = inspect.signature(function).bind(*args, **kwargs).arguments
    except TypeError:  # which the call itself is about to tell
        return {}
    tensors = {it: value for it, value in given.items() if isinstance(value, torch.Tensor)}
    return given | {it: value.detach().clone() for it, value in tensors.items()}
