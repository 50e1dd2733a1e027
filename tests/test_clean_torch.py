"""A test that leaves one of torch's settings changed fails by its name, and alone."""

import gc
import os
import sys

import pytest
import torch
from torch.nn.modules.module import register_module_forward_hook
from torch.utils._python_dispatch import TorchDispatchMode

from katas._dojo.judging.clean_torch import CleanTorch

CHANGES = {
    "the default dtype": lambda: torch.set_default_dtype(torch.float64),
    "the default device": lambda: torch.set_default_device("meta"),
    "grad mode": lambda: torch.set_grad_enabled(False),
    "anomaly mode": lambda: torch.autograd.set_detect_anomaly(True, check_nan=False),
    "the number of threads": lambda: torch.set_num_threads(torch.get_num_threads() + 1),
    "the float32 matmul precision": lambda: torch.set_float32_matmul_precision("high"),
    "deterministic mode": lambda: torch.use_deterministic_algorithms(True, warn_only=True),
    "autocast": lambda: _enter(torch.autocast("cpu", torch.bfloat16)),
    "inference mode": lambda: _enter(torch.inference_mode()),
    "a function mode": lambda: _enter(torch.overrides.BaseTorchFunctionMode()),
    "a dispatch mode": lambda: _enter(TorchDispatchMode()),
    "the number of global module hooks": lambda: register_module_forward_hook(print),
    "the profiler": lambda: _enter(torch.autograd.profiler.profile()),
    "saved-tensor hooks": lambda: _enter(torch.autograd.graph.save_on_cpu()),
    "the default generator": lambda: setattr(torch, "default_generator", torch.Generator()),
    "autograd's threads": lambda: torch._C._set_multithreading_enabled(False),
    "forward mode": lambda: torch._C._set_fwd_grad_enabled(False),
    "the working directory": lambda: os.chdir("/"),
    "the recursion limit": lambda: sys.setrecursionlimit(5000),
    "garbage collection": gc.disable,
    "the list of replaced functions": lambda: setattr(torch.testing, "assert_close", print),
    "cudnn.enabled": lambda: setattr(torch.backends.cudnn, "enabled", False),
    "cudnn.benchmark": lambda: setattr(torch.backends.cudnn, "benchmark", True),
    "cudnn.deterministic": lambda: setattr(torch.backends.cudnn, "deterministic", True),
}


_entered = []


def _enter(context) -> None:
    """As whoever forgets to leave it: some contexts end when they are let go of."""
    _entered.append(context)
    context.__enter__()


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_left_changed_is_named_and_put_back(name):
    clean = CleanTorch()
    with clean.guard():
        pass
    message = rf"left changed\n(?s:.*){name} was .+, is now .+$"
    with pytest.raises(AssertionError, match=message), clean.guard():
        CHANGES[name]()
    with clean.guard():
        pass


def test_a_failing_test_keeps_its_own_failure():
    def fail():
        torch.set_grad_enabled(False)
        raise KeyError("its own")

    with pytest.raises(KeyError), CleanTorch().guard():
        fail()
    assert torch.is_grad_enabled()


def test_every_test_draws_the_same_random_numbers():
    clean, drawn = CleanTorch(), []
    for _ in range(2):
        with clean.guard():
            drawn.append(torch.rand(3))
    torch.testing.assert_close(*drawn)
