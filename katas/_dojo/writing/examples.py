"""Hypothesis, set so that a kata's examples are the same on every machine and every run."""

from __future__ import annotations

import copy
import functools
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

_kept: list[_TorchRandom] = []  # Hypothesis keeps only a weak reference
_drawn: dict[str, list[dict[str, Any]]] = {}  # the examples of each property, by its id


@pytest.hookimpl(tryfirst=True)
def pytest_collectstart(collector):
    """Before any module that may use it is imported: to import it takes a while by itself."""
    if isinstance(collector, pytest.Module):
        _set_profile()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session):
    if session.config.get_verbosity() > 0:  # and its plugin shows the profile
        _set_profile()


@functools.cache
def _set_profile() -> None:
    from hypothesis import HealthCheck, Phase, settings
    from hypothesis.internal.conjecture import providers

    settings.register_profile(
        "katas",
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=50,
        # The explain phase runs a failing test many times more, for nothing a learner sees.
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        report_multiple_bugs=False,
        print_blob=False,
        suppress_health_check=(HealthCheck.too_slow,),
    )
    settings.load_profile("katas")
    # Or the examples depend on the numbers in all files that happen to be imported: a learner's,
    # and those of the solution, which whoever runs a kata is not even to read.
    providers._get_local_constants = providers.Constants


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session):
    """Its plugin would import Hypothesis only now, to say that there is nothing to say of it."""
    manager = session.config.pluginmanager
    used = "hypothesis" in sys.modules or manager.hasplugin("dsession")  # in xdist's workers, too
    if not used and manager.hasplugin("hypothesispytest"):
        manager.unregister(name="hypothesispytest")


def pytest_runtest_setup(item):
    """Let Hypothesis seed torch too, through the generator: 5 µs where manual_seed takes 940."""
    global _kept
    if not _kept and is_property(item.obj):
        import torch
        from hypothesis import register_random

        _kept = [_TorchRandom(torch.default_generator)]
        register_random(_kept[0])


def is_property(test: Callable) -> bool:
    """Whether Hypothesis puts ``test`` to many examples, which takes long."""
    return getattr(test, "is_hypothesis_test", False)


@contextmanager
def unshrunk(item: pytest.Function) -> Iterator[None]:
    """While any failing example of ``item`` will do: to find the simplest takes longest.

    Examples are drawn once, and then put to one answer after the other.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(item, "unshrunk", True, raising=False)
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    test = pyfuncitem.obj
    if not (is_property(test) and getattr(pyfuncitem, "unshrunk", False)):
        return None
    __tracebackhide__ = True
    from hypothesis.internal.entropy import RANDOMS_TO_MANAGE, deterministic_PRNG

    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    if pyfuncitem.nodeid not in _drawn:
        _drawn[pyfuncitem.nodeid] = _draw(test, arguments)
    with deterministic_PRNG():
        for example in _drawn[pyfuncitem.nodeid]:
            # As Hypothesis does, which also notes all states each time: that of NumPy takes long.
            for generator in RANDOMS_TO_MANAGE.values():
                generator.seed(0)
            test.hypothesis.inner_test(**arguments, **copy.deepcopy(example))
    return True


def _draw(test: Callable, arguments: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The examples that Hypothesis puts to whatever passes."""
    drawn = []

    @functools.wraps(test.hypothesis.inner_test)  # whose source is the seed
    def passes(**values):
        drawn.append({name: it for name, it in values.items() if name not in arguments})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test.hypothesis, "inner_test", passes)
        test(**arguments)
    return drawn


class _TorchRandom:
    """torch's generator with the three methods of ``random.Random`` that Hypothesis calls."""

    def __init__(self, generator):
        self.seed = generator.manual_seed
        self.getstate = generator.get_state
        self.setstate = generator.set_state
