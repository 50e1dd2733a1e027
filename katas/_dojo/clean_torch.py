"""A clean torch for every test: seeded, and no global setting left changed.

What a test changes is put back, so its neighbours never notice; a kata that leaves a
setting changed fails, and the failure names the setting.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest

SEED = 0


class Setting(NamedTuple):
    name: str
    get: Callable[[], Any]
    set: Callable[[Any], None]


def pytest_configure(config):
    config.pluginmanager.register(CleanTorch(), "clean-torch")


class CleanTorch:
    """Holds the settings as they were before the first test."""

    def __init__(self):
        self.settings: list[Setting] | None = None
        self.before: list[Any] = []

    def pytest_collection_finish(self):
        # What is imported by now stays to the end.  Searching all of torch for garbage takes
        # a fifth of a second each time, and pytest and Hypothesis do it several times.
        gc.freeze()
        atexit.register(gc.unfreeze)  # or triton complains of leaks when Python ends

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self):
        with self.guard():
            return (yield)

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Seed torch for what runs inside, put every setting back, and tell what had changed."""
        import torch

        if self.settings is None:
            # Katas work on small tensors, where threads cost more than they give, and several
            # processes that each start one per core stand in each other's way.
            torch.set_num_threads(1)
            self.settings = _settings(torch)
            self.before = [setting.get() for setting in self.settings]
        # torch.manual_seed queues a seed, with a stack trace, for a CUDA that may never start.
        torch.default_generator.manual_seed(SEED)
        if torch.cuda.is_initialized():
            torch.cuda.manual_seed_all(SEED)
        failed = True
        try:
            yield
            failed = False
        finally:
            left = self._restore()
        if left and not failed:
            raise AssertionError("global settings of torch were left changed\n" + "\n".join(left))

    def _restore(self) -> list[str]:
        """Put every setting back; return a line for each that had changed."""
        left = []
        for setting, before in zip(self.settings, self.before, strict=True):
            after = setting.get()
            if after != before:
                left.append(f"{setting.name} was {before}, is now {after}")
                setting.set(before)
        return left


def _settings(torch) -> list[Setting]:
    cudnn = torch.backends.cudnn

    def attribute(owner, name, label):
        return Setting(label, lambda: getattr(owner, name), lambda it: setattr(owner, name, it))

    def determinism():
        return (
            torch.are_deterministic_algorithms_enabled(),
            torch.is_deterministic_algorithms_warn_only_enabled(),
        )

    return [
        Setting("the default dtype", torch.get_default_dtype, torch.set_default_dtype),
        # Setting it to a device would leave a function mode behind; None takes that away.
        Setting(
            "the default device",
            torch.get_default_device,
            lambda before: torch.set_default_device(None),
        ),
        Setting("grad mode", torch.is_grad_enabled, torch.set_grad_enabled),
        Setting("anomaly mode", torch.is_anomaly_enabled, torch.autograd.set_detect_anomaly),
        Setting("the number of threads", torch.get_num_threads, torch.set_num_threads),
        Setting(
            "the float32 matmul precision",
            torch.get_float32_matmul_precision,
            torch.set_float32_matmul_precision,
        ),
        Setting(
            "deterministic mode",
            determinism,
            lambda before: torch.use_deterministic_algorithms(before[0], warn_only=before[1]),
        ),
        attribute(cudnn, "enabled", "cudnn.enabled"),
        attribute(cudnn, "benchmark", "cudnn.benchmark"),
        attribute(cudnn, "deterministic", "cudnn.deterministic"),
    ]
