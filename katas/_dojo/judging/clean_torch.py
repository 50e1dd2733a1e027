"""A clean torch for every test: seeded, and no global setting left changed.

What a test changes is put back, so its neighbours never notice; a kata that leaves a
setting changed fails, and the failure names the setting.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import inspect
import operator
import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, NamedTuple

import pytest

from katas._dojo.writing.devices import runs_on_cuda

SEED = 0
_held: list[Any] = []


class LeftChangedError(AssertionError):
    """A global setting that is no longer what it was."""


class Setting(NamedTuple):
    name: str
    get: Callable[[], Any]
    set: Callable[[Any], None]


def pytest_configure(config):
    config.pluginmanager.register(CleanTorch(), "clean-torch")
    atexit.register(_quiet_triton)  # now, so that it comes after what is registered later


def _quiet_triton() -> None:
    """What is left frozen when Python ends, triton takes for leaks, and says so on many lines."""
    if "triton" in sys.modules:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


class CleanTorch:
    """Holds the settings as they were before the first test."""

    def __init__(self):
        self.settings: list[Setting] | None = None
        self.before: list[Any] = []
        self.seeds: list[Callable[[int], Any]] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self):
        enabled = gc.isenabled()
        gc.disable()  # what is collected stays, and is searched for garbage again and again
        try:
            return (yield)
        finally:
            if enabled:
                gc.enable()

    def pytest_collection_finish(self):
        # What is imported by now stays to the end.  Searching all of torch for garbage takes
        # a fifth of a second each time, and pytest and Hypothesis do it several times.  Python
        # does, too, when it ends, and to take all of it apart are two seconds to wait for.
        gc.freeze()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item):
        on_trial = getattr(item, "on_trial", None)  # None for a test that is not of a spec
        if on_trial is False:  # the test itself runs inside of this, or elsewhere
            return (yield)
        filling = on_trial and not runs_on_cuda(item)
        with self.guard(), uninitialized_as_nan() if filling else nullcontext():
            return (yield)

    def know_settings(self) -> None:
        """Look at the settings, once: whoever forks does it before, not after each fork."""
        import numpy as np
        import torch

        if self.settings is None:
            # Katas work on small tensors, where threads cost more than they give, and several
            # processes that each start one per core stand in each other's way.
            torch.set_num_threads(1)
            self.settings = _settings(torch)
            self.before = [setting.get() for setting in self.settings]
            # torch.manual_seed queues a seed, with a stack trace, for a CUDA that may never start.
            self.seeds = [random.seed, np.random.seed, torch.default_generator.manual_seed]

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Seed what runs inside, put every setting back, and tell what had changed."""
        import torch

        self.know_settings()
        for seed in self.seeds:
            seed(SEED)
        if torch.cuda.is_initialized():
            torch.cuda.manual_seed_all(SEED)
        failed = True
        try:
            yield
            failed = False
        finally:
            left = self._restore()
        if left and not failed:
            raise LeftChangedError("global settings were left changed\n" + "\n".join(left))

    def _restore(self) -> list[str]:
        """Put every setting back; return a line for each that had changed."""
        left = []
        for setting, before in zip(self.settings, self.before, strict=True):
            after = setting.get()
            if after != before:
                left.append(f"{setting.name} was {before}, is now {after}")
                setting.set(before)
        return left


@contextmanager
def uninitialized_as_nan() -> Iterator[None]:
    """What ``torch.empty`` and its like leave open is NaN, or the largest integer.

    Or who takes it for zeros would be right by chance, and nearly always.  On CUDA the same
    mode would choose other algorithms too.
    """
    import torch

    before = torch.get_deterministic_debug_mode()
    torch._C._set_deterministic_algorithms(True, warn_only=True)
    filling = torch.get_deterministic_debug_mode()
    try:
        yield
    finally:
        if torch.get_deterministic_debug_mode() == filling:  # else a kata has changed it
            torch.set_deterministic_debug_mode(before)


def _settings(torch) -> list[Setting]:
    cudnn = torch.backends.cudnn

    def attribute(owner, name, label):
        return Setting(label, lambda: getattr(owner, name), lambda it: setattr(owner, name, it))

    def default_device():  # torch takes long to find out that there is none
        return torch.get_default_device() if torch._C._len_torch_function_stack() else cpu

    cpu = torch.device("cpu")
    return [
        Setting("the default dtype", torch.get_default_dtype, torch.set_default_dtype),
        # Setting it to a device would leave a function mode behind; None takes that away.
        Setting(
            "the default device",
            default_device,
            lambda before: torch.set_default_device(None),
        ),
        # Inference mode before grad mode, which it takes along.
        Setting("inference mode", torch.is_inference_mode_enabled, _set_inference_mode),
        Setting("grad mode", torch.is_grad_enabled, torch.set_grad_enabled),
        Setting("anomaly mode", torch.is_anomaly_enabled, torch.autograd.set_detect_anomaly),
        Setting("the number of threads", torch.get_num_threads, torch.set_num_threads),
        Setting(
            "the float32 matmul precision",
            torch.get_float32_matmul_precision,
            torch.set_float32_matmul_precision,
        ),
        # By its number: to set it by name imports the compiler, which takes seconds.
        Setting(
            "deterministic mode",
            torch.get_deterministic_debug_mode,
            torch.set_deterministic_debug_mode,
        ),
        attribute(cudnn, "enabled", "cudnn.enabled"),
        attribute(cudnn, "benchmark", "cudnn.benchmark"),
        attribute(cudnn, "deterministic", "cudnn.deterministic"),
        *_modes(torch),
        *_autograd(torch),
        *_of_python(),
        _comparisons(torch),
    ]


def _comparisons(torch) -> Setting:
    """What specs compare with: a kata that puts its own in there would always be right."""
    from katas._dojo.writing import assertions, forbidding

    originals = {
        module: {
            name: value
            for name, value in vars(module).items()
            if inspect.isfunction(value) or inspect.isclass(value)
        }
        for module in (torch.testing, torch.testing._comparison, assertions, forbidding)
    }
    named = ("isclose", "equal", "allclose", "is_tensor")
    originals[torch] = {name: getattr(torch, name) for name in named}

    def replaced():
        found = []
        for module, known in originals.items():
            now = list(map(vars(module).get, known))
            if not all(map(operator.is_, now, known.values())):  # in C: it is done in each trial
                pairs = zip(known.items(), now, strict=True)
                found += [f"{module.__name__}.{name}" for (name, it), new in pairs if new is not it]
        return found

    def restore(before):
        for module, known in originals.items():
            vars(module).update(known)

    return Setting("the list of replaced functions", replaced, restore)


def _set_inference_mode(before: bool) -> None:
    mode = sys.modules["torch"].inference_mode(before)
    mode.__enter__()
    _held.append(mode)  # it ends when nobody has it any more


def _modes(torch) -> list[Setting]:
    """What a context manager turns on, and off again if it is left."""
    from torch.overrides import _get_current_function_mode_stack
    from torch.utils._device import DeviceContext
    from torch.utils._python_dispatch import _get_current_dispatch_mode_stack, _pop_mode

    def function_modes():
        modes = _get_current_function_mode_stack()
        return [type(mode).__name__ for mode in modes if not isinstance(mode, DeviceContext)]

    def leave_function_modes(before):
        while len(function_modes()) > len(before):
            torch._C._pop_torch_function_stack()

    def dispatch_modes():
        return [type(mode).__name__ for mode in _get_current_dispatch_mode_stack()]

    def leave_dispatch_modes(before):
        while len(dispatch_modes()) > len(before):
            _pop_mode()

    def autocast():
        return {device: torch.is_autocast_enabled(device) for device in ("cpu", "cuda")}

    def set_autocast(before):
        for device, enabled in before.items():
            torch.set_autocast_enabled(device, enabled)
        torch.clear_autocast_cache()

    module = torch.nn.modules.module
    hooks = {
        name: value
        for name, value in vars(module).items()
        if name.startswith("_global_") and hasattr(value, "clear")
    }

    def module_hooks():
        return sum(map(len, hooks.values()))

    def remove_module_hooks(before):
        for registered in hooks.values():
            registered.clear()

    return [
        Setting("autocast", autocast, set_autocast),
        Setting("a function mode", function_modes, leave_function_modes),
        Setting("a dispatch mode", dispatch_modes, leave_dispatch_modes),
        Setting("the number of global module hooks", module_hooks, remove_module_hooks),
    ]


def _autograd(torch) -> list[Setting]:
    autograd = torch._C._autograd

    def profiler():
        return torch.autograd._profiler_enabled()

    def stop_profiler(before):
        torch.autograd._disable_profiler()

    def saved_tensor_hooks():
        return autograd._top_saved_tensors_default_hooks(True) is not None

    def remove_saved_tensor_hooks(before):
        while saved_tensor_hooks():
            autograd._pop_saved_tensors_default_hooks()

    def set_generator(before):
        torch.default_generator = torch.random.default_generator = before

    return [
        Setting("the profiler", profiler, stop_profiler),
        Setting("saved-tensor hooks", saved_tensor_hooks, remove_saved_tensor_hooks),
        Setting("the default generator", lambda: torch.default_generator, set_generator),
        Setting(
            "autograd's threads",
            torch._C._is_multithreading_enabled,
            torch._C._set_multithreading_enabled,
        ),
        Setting("forward mode", torch._C._is_fwd_grad_enabled, torch._C._set_fwd_grad_enabled),
    ]


def _of_python() -> list[Setting]:
    def folder():
        with contextlib.suppress(OSError):
            return os.getcwd()
        return "a folder that is gone"

    return [
        Setting("the working directory", folder, os.chdir),
        Setting("the recursion limit", sys.getrecursionlimit, sys.setrecursionlimit),
        Setting(
            "garbage collection",
            gc.isenabled,
            lambda enabled: gc.enable() if enabled else gc.disable(),
        ),
    ]
