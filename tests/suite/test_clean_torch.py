"""A test that leaves one of torch's settings changed fails by its name, and alone."""

import gc
import os
import random
import sys

import numpy as np
import pytest
import torch
from torch.nn.modules.module import register_module_forward_hook
from torch.utils._python_dispatch import TorchDispatchMode

from katas._dojo.curriculum import Kata
from katas._dojo.judging.clean_torch import CleanTorch, uninitialized_as_nan

LOSSES = Kata("ch05_mechanics", "losses")

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


@pytest.mark.parametrize("draw", [torch.rand, random.randbytes, np.random.bytes])
def test_every_test_draws_the_same_random_numbers(draw):
    """Whoever draws by Python or NumPy is not right today and wrong tomorrow, either."""
    clean, drawn = CleanTorch(), []
    for _ in range(2):
        with clean.guard():
            drawn.append(draw(9))
    assert list(drawn[0]) == list(drawn[1])


OPEN = {
    "empty": lambda: torch.empty(3),
    "empty_like": lambda: torch.empty_like(torch.zeros(3)),
    "empty_strided": lambda: torch.empty_strided((3,), (1,)),
    "new_empty": lambda: torch.zeros(3).new_empty(3),
    "Tensor": lambda: torch.Tensor(3),
    "resize_": lambda: torch.tensor([]).resize_(3),
    "a parameter": lambda: torch.nn.Parameter(torch.empty(3)),
    "bfloat16": lambda: torch.empty(3, dtype=torch.bfloat16),
}


@pytest.mark.parametrize("made_by", OPEN)
def test_what_is_uninitialized_is_never_right_by_chance(made_by):
    with CleanTorch().guard(), uninitialized_as_nan():
        assert OPEN[made_by]().isnan().all()
        assert (torch.empty(3, dtype=torch.int64) > 10**18).all()
        torch.zeros(3).put_(torch.tensor([1]), torch.ones(1))  # of which torch would warn


def test_deterministic_mode_is_a_kata_s_own_while_what_is_uninitialized_is_filled():
    message = "deterministic mode was 0, is now 2"
    with (
        pytest.raises(AssertionError, match=message),
        CleanTorch().guard(),
        uninitialized_as_nan(),
    ):
        torch.use_deterministic_algorithms(True)


def test_specs_are_run_so(workshop):
    spec = """import torch\nfrom katas.ch05_mechanics.losses import l1_loss\n\n
def test_it():\n    assert l1_loss() == 0\n"""
    workshop.answer(LOSSES, "import torch\n\n\ndef l1_loss():\n    return torch.empty(1)\n")
    workshop.plain_spec(LOSSES, spec)
    run = workshop.pytest(f"katas/{LOSSES}.py")
    assert "    got       tensor([nan])\n    expected  0\n" in run.screen
