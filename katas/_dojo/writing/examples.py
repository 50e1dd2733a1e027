"""Hypothesis, set so that a kata's examples are the same on every machine and every run."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

_kept: list[_TorchRandom] = []  # Hypothesis keeps only a weak reference


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
    if not _kept and getattr(item.obj, "is_hypothesis_test", False):
        import torch
        from hypothesis import register_random

        _kept = [_TorchRandom(torch.default_generator)]
        register_random(_kept[0])


@contextmanager
def unshrunk(test: Callable) -> Iterator[None]:
    """While any failing example of ``test`` will do: to find the simplest takes longest."""
    with pytest.MonkeyPatch.context() as patch:
        if getattr(test, "is_hypothesis_test", False):
            from hypothesis import Phase, settings

            phases = (Phase.explicit, Phase.generate)
            now = test._hypothesis_internal_use_settings
            patch.setattr(test, "_hypothesis_internal_use_settings", settings(now, phases=phases))
        yield


class _TorchRandom:
    """torch's generator with the three methods of ``random.Random`` that Hypothesis calls."""

    def __init__(self, generator):
        self.seed = generator.manual_seed
        self.getstate = generator.get_state
        self.setstate = generator.set_state
