"""Early stopping (§5.5.3): train while it helps, and keep the best."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch05_mechanics.early_stopping import best_params

NAN, INF = math.nan, math.inf


class _Run:
    """Training that moves one tensor by 1 in each epoch, and knows how far it was followed."""

    def __init__(self, val_losses, device, dtype):
        self.params = torch.zeros(2, 3, device=device, dtype=dtype).T.requires_grad_()
        self.params.grad = torch.full_like(self.params, 7)
        self.val_losses = val_losses
        self.n_epochs = 0

    def __repr__(self):
        return f"a run with the validation losses {self.val_losses}"

    def __iter__(self):
        for loss in self.val_losses:
            self.move()
            self.n_epochs += 1
            yield self.params, loss

    @torch.no_grad()
    def move(self):
        self.params += 1

    def after(self, n_epochs):
        """The parameters as they were after so many epochs."""
        return torch.full_like(self.params, n_epochs, requires_grad=False)


each_run = pytest.mark.parametrize(
    ("val_losses", "patience", "best", "taken"),
    [
        ([3.0, 2.0, 1.0], 2, 3, 3),
        ([3.0, 2.0, 4.0, 4.0, 1.0, 5.0], 2, 2, 4),
        ([3.0, 2.0, 4.0, 4.0, 4.0, 4.0, 1.0], 2, 2, 4),
        ([3.0, 2.0, 2.0, 4.0, 1.0], 2, 2, 4),
        ([3.0, 4.0, 2.0, 4.0, 1.0], 2, 5, 5),
        ([4.0, 3.0, 5.0, 5.0, 5.0, 2.0], 4, 6, 6),
        ([1.0, 0.0, 0.5, 0.4], 5, 2, 4),
        ([2.0, -1.0, 0.5, 0.4, -2.0], 2, 2, 4),
        ([9e30, 3e30, 8e30, 2e30], 1, 2, 3),
        ([NAN, 3.0, 4.0], 2, 2, 3),
        ([INF, 3.0, 4.0], 2, 2, 3),
        ([3.0, NAN, 1.0], 1, 1, 2),
        ([3.0, NAN, 4.0, 1.0], 2, 1, 3),
    ],
    ids=[
        "falling",
        "too late",
        "much too late",
        "a tie",
        "up and down",
        "in time",
        "zero",
        "below zero",
        "very high",
        "NaN first",
        "inf first",
        "NaN",
        "NaN on the way",
    ],
)


@each_run
def test_the_best_parameters_are_kept(device, dtype, val_losses, patience, best, taken):
    """The parameters of the best epoch come back, and stay so when training goes on in place."""
    run = _Run(val_losses, device, dtype)
    kept = best_params(run, patience)
    run.move()
    assert_close(kept, run.after(best))
    assert_equal(kept.requires_grad, False, what="requires_grad of the result")


@each_run
def test_training_goes_no_further(device, dtype, val_losses, patience, best, taken):
    """Once patience has run out no further epoch is taken from the run."""
    run = _Run(val_losses, device, dtype)
    best_params(run, patience)
    assert_equal(run.n_epochs, taken, what="the number of epochs trained")


def test_the_run_s_own_tensor_is_left_alone(device, dtype):
    """What the run trains keeps its values, its gradient and its requires_grad."""
    run = _Run([3.0, 2.0, 4.0, 4.0, 1.0], device, dtype)
    best_params(run, 2)
    assert_close(run.params, run.after(4), what="the run's parameters")
    assert_close(run.params.grad, torch.full_like(run.params, 7), what="their gradient")
    assert_equal(run.params.requires_grad, True, what="requires_grad of the run's parameters")


@pytest.mark.parametrize(
    ("val_losses", "patience"),
    [
        ([2.0, 1.0], 0),
        ([2.0, 1.0], -1),
        ([], 1),
        ([NAN, INF], 3),
        ([NAN, NAN, 1.0], 2),
        ([INF, 1.0], 1),
    ],
    ids=str,
)
def test_nothing_to_keep_is_an_error(device, val_losses, patience):
    """Patience below 1, and losses of which none is the lowest, are a ValueError."""
    run = _Run(val_losses, device, torch.float64)
    with assert_raises(ValueError):
        best_params(run, patience)
