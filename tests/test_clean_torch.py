"""A test that leaves one of torch's settings changed fails by its name, and alone."""

import pytest
import torch

from katas._dojo.clean_torch import CleanTorch

CHANGES = {
    "the default dtype": lambda: torch.set_default_dtype(torch.float64),
    "the default device": lambda: torch.set_default_device("meta"),
    "grad mode": lambda: torch.set_grad_enabled(False),
    "anomaly mode": lambda: torch.autograd.set_detect_anomaly(True, check_nan=False),
    "the number of threads": lambda: torch.set_num_threads(torch.get_num_threads() + 1),
    "the float32 matmul precision": lambda: torch.set_float32_matmul_precision("high"),
    "deterministic mode": lambda: torch.use_deterministic_algorithms(True, warn_only=True),
    "cudnn.enabled": lambda: setattr(torch.backends.cudnn, "enabled", False),
    "cudnn.benchmark": lambda: setattr(torch.backends.cudnn, "benchmark", True),
    "cudnn.deterministic": lambda: setattr(torch.backends.cudnn, "deterministic", True),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_left_changed_is_named_and_put_back(name):
    clean = CleanTorch()
    with clean.guard():
        pass
    message = rf"left changed\n{name} was .+, is now .+$"
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
