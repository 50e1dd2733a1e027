"""What a spec last asked of a kata: the call, what came back, and what it changed.

A failing test is run once more under a recorder, so that ordinary runs stay untouched.
"""

from __future__ import annotations

import functools
import inspect
import linecache
import sys
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from katas._dojo.curriculum import kata_of
from katas._dojo.reading import imported_names, lines_of_names
from katas._dojo.writing.values import show, show_call

# Python calls these in passing, and so does whoever only shows a value.
IN_PASSING = ("__repr__", "__str__", "__hash__", "__del__")
IN_PASSING += ("__getattr__", "__getattribute__", "__setattr__")
# How the call of a method is written where it is not owner.method(...).
WRITTEN = {
    "__call__": ("{}(", ")"),
    "__getitem__": ("{}[", "]"),
    "__len__": ("len({}", ")"),
    "__iter__": ("iter({}", ")"),
    "__next__": ("next({}", ")"),
}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
OWNER, CHANGED = 60, 75  # characters of an object whose method is called, and of a changed value


@dataclass
class Call:
    """A call of ``name``, "f" or "Class.method"; ``changed`` tells of an argument."""

    text: str
    name: str
    line: int
    arguments: dict[str, Any]  # by parameter, as they were before the call
    returned: str | None = None
    changed: str | None = None


@dataclass
class Recorder:
    """``last`` is the last call that a spec made; ``names`` all that ran on its behalf.

    ``lines`` says where in the kata each name is defined, "f" or "Class.method"; ``file`` is its
    file.
    """

    lines: Mapping[str, int] = field(default_factory=dict)
    file: str = ""
    names_only: bool = False  # to write down what is handed over takes longer than most calls
    last: Call | None = None
    names: set[str] = field(default_factory=set)
    depth: int = 0
    iterated: tuple[str, int, int] | None = None  # whose class, by which frame, at what place in it
    built: dict[int, tuple[weakref.ref, str]] = field(default_factory=dict)

    def wrap(self, name: str, function: Callable, *, of: str = "") -> Callable:
        """Record the calls of ``function``; ``of`` is "object" or "class" for their methods."""

        @functools.wraps(function)
        def recorded(*args, **kwargs):
            self.names.add(name)
            caller = sys._getframe(1)
            # The kata calling itself is not what the spec asked, nor what it has returned doing so.
            inside = self.depth or caller.f_code.co_filename == self.file
            if inside or self.names_only:
                return function(*args, **kwargs)
            owner, _, method = name.rpartition(".")
            place = owner, id(caller), caller.f_lasti
            if method == "__len__" and place == self.iterated:  # list(it) asks how much will come
                return function(*args, **kwargs)
            self.iterated = place if method == "__iter__" else None
            self.depth += 1  # nor is what it takes to show an argument
            try:
                call = self._call(name, args, kwargs, of, _is_called_by_module())
                given = _arguments(function, args, kwargs)
                self.last = Call(call, name, self._line(name, function), given)
                before = _changeable(args, kwargs)
                returned = function(*args, **kwargs)
                if name.endswith(".__init__"):
                    self._remember(args[0], call)
                self.last.returned = None if returned is None else show(returned)
                self.last.changed = _changed(before, _changeable(args, kwargs))
            finally:
                self.depth -= 1
            return returned

        return recorded

    def _call(self, name: str, args: tuple, kwargs: dict, of: str, by_module: bool) -> str:
        owner, _, method = name.rpartition(".")
        if not of:
            return show_call(f"{name}(", args, kwargs)
        if method in ("__new__", "__init__"):
            return show_call(f"{owner}(", args[1:], kwargs)
        if of == "object":
            made, text = self.built.get(id(args[0]), (None, ""))
            known = made is not None and made() is args[0] and len(text) <= OWNER
            owner = text if known else f"{owner}(…)"
        if method == "forward" and by_module:
            method = "__call__"
        before, after = WRITTEN.get(method, (f"{{}}.{method}(", ")"))
        return show_call(before.replace("{}", owner), args[1:], kwargs, after)

    def _remember(self, it: Any, text: str) -> None:
        try:
            self.built[id(it)] = weakref.ref(it), text
        except TypeError:  # an object that no one can refer to in this way
            self.built.pop(id(it), None)

    def _line(self, name: str, function: Callable) -> int:
        if name in self.lines:
            return self.lines[name]
        code = getattr(inspect.unwrap(function), "__code__", None)
        return code.co_firstlineno if code else 1


def _is_called_by_module() -> bool:
    """Whether it is the call of an nn.Module that calls what is recorded."""
    caller = sys._getframe(2)
    return caller.f_globals.get("__name__") == "torch.nn.modules.module"


def _changeable(args: tuple, kwargs: dict) -> dict[str, str]:
    """How the arguments look that a call may change although it should not.

    What requires a gradient is there to be trained.
    """
    named = {f"the {order} argument": it for order, it in zip(ORDINALS, args, strict=False)}
    named |= {f"the argument {name}": it for name, it in kwargs.items()}
    torch = sys.modules["torch"]
    return {
        name: show(it, CHANGED)
        for name, it in named.items()
        if isinstance(it, (list, dict, tuple))
        or (isinstance(it, torch.Tensor) and not it.requires_grad)
    }


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> str | None:
    changed = (name for name, was in before.items() if after.get(name, was) != was)
    return next((f"{name}: it was {before[name]}, is {after[name]}" for name in changed), None)


@contextmanager
def recording(item: pytest.Item, *, names_only: bool = False) -> Iterator[Recorder]:
    """Record the calls to the kata's public functions, and to the methods of its classes.

    With ``names_only``, record which of them are called at all.
    """
    kata = kata_of(item.path)
    module = sys.modules[kata.module]
    public, asked = public_names(module), imported_names(kata)
    lines = lines_of_names("".join(linecache.getlines(module.__file__)))
    recorder = Recorder(lines, module.__file__, names_only)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in vars(module).copy().items():
            if name not in public and name not in asked:
                continue
            if inspect.isclass(value):
                _record_methods(recorder, name, value, patch)
            elif callable(value):
                wrapped = recorder.wrap(name, value)
                for owner, local in ((module, name), (item.module, asked.get(name, name))):
                    if getattr(owner, local, None) is value:
                        patch.setattr(owner, local, wrapped)
        yield recorder


def _record_methods(recorder: Recorder, name: str, owner: type, patch) -> None:
    for method, value in list(vars(owner).items()):
        called = f"{name}.{method}"
        if method in IN_PASSING:
            continue
        if isinstance(value, staticmethod):
            patch.setattr(owner, method, staticmethod(recorder.wrap(called, value.__func__)))
        elif isinstance(value, classmethod):
            wrapped = recorder.wrap(called, value.__func__, of="class")
            patch.setattr(owner, method, classmethod(wrapped))
        elif inspect.isfunction(value) or (callable(value) and hasattr(value, "__wrapped__")):
            patch.setattr(owner, method, recorder.wrap(called, value, of="object"))


def public_names(module) -> dict[str, Any]:
    """What ``module`` itself defines for others to call: functions, classes.

    A function stays one under its decorators, whatever they make of it.
    """
    return {
        name: value
        for name, value in vars(module).items()
        if not name.startswith("_") and _is_for_calls(value) and _is_defined_in(value, module)
    }


def _is_for_calls(value) -> bool:
    made_of_one = hasattr(value, "__wrapped__") or isinstance(value, functools.partial)
    return inspect.isfunction(value) or inspect.isclass(value) or made_of_one


def _is_defined_in(value, module) -> bool:
    while isinstance(value, functools.partial):
        value = value.func
    home = getattr(value, "__module__", None) or ""
    # A known mistake that stands in the place of a name is defined in the catalogue.
    return home == module.__name__ or home.startswith(("solutions.mistakes.", "tests."))


def _arguments(function: Callable, args: tuple, kwargs: dict) -> dict[str, Any]:
    torch = sys.modules["torch"]
    try:
        given = inspect.signature(function).bind(*args, **kwargs).arguments
    except (TypeError, ValueError):  # which the call itself is about to tell; or it is C's
        return {}
    tensors = {it: value for it, value in given.items() if isinstance(value, torch.Tensor)}
    return given | {it: value.detach().clone() for it, value in tensors.items()}
