"""Squared error against likelihood (§7.2.5): what each makes of better and worse answers."""

import math

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch07_images.loss_comparison import percent_change, squared_error

ROWS = [[0.9, 0.1], [0.6, 0.4], [0.4, 0.6], [0.1, 0.9]]  # from more right to very wrong

batches = pytest.mark.parametrize(
    ("n_samples", "n_classes"),
    [(5, 3), (3, 3), (1, 4), (4, 2), (2, 1)],
    ids=["N=5,C=3", "N=3,C=3", "N=1,C=4", "N=4,C=2", "N=2,C=1"],
)


def test_the_squared_errors_of_the_book(device, dtype):
    """The book's four batches have the squared errors 0.0750, 0.1500, 0.2500, 0.4750."""
    probs, targets = _book(device, dtype)
    for row, expected in zip(ROWS, [0.0750, 0.1500, 0.2500, 0.4750], strict=True):
        batch = torch.cat([torch.tensor([row], device=device, dtype=dtype), probs[1:]])
        error = torch.tensor(expected, device=device, dtype=dtype)
        assert_close(squared_error(batch, targets), error, rtol=1e-5, atol=0)


@batches
def test_the_errors_of_a_sample_are_added(device, dtype, n_samples, n_classes):
    """Squared errors are added over the classes and averaged over the samples, gradients too."""
    probs = _probs(n_samples, n_classes, device, dtype).requires_grad_()
    targets = _targets(n_samples, n_classes, device)
    errors = probs.detach().clone()
    for sample, target in enumerate(targets.tolist()):
        errors[sample, target] -= 1
    expected = (errors * errors).sum() / n_samples
    error = squared_error(probs, targets)
    assert_close(error, expected)
    assert_equal(error.requires_grad, True, what="requires_grad of the result")
    (gradient,) = torch.autograd.grad(error, probs)
    assert_close(gradient, 2 * errors / n_samples, what="the gradient of probs")


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_stays_half(device, dtype):
    """The squared error has the dtype of the probabilities, bfloat16 too."""
    probs, targets = _book(device, dtype)
    expected = torch.tensor(0.15, device=device, dtype=dtype)
    assert_close(squared_error(probs, targets), expected, rtol=0.03, atol=0)


@pytest.mark.parametrize(
    ("loss", "expected"),
    [
        ("squared error", [-50, 0, 66.6667, 216.6667]),
        ("likelihood", [-33.9016, 0, 33.9016, 149.8121]),
    ],
    ids=["squared error", "likelihood"],
)
def test_the_changes_in_the_book(device, dtype, loss, expected):
    """If 0.6 becomes 0.9, 0.6, 0.4, 0.1, squared error changes by -50, 0, 67, 217 per cent, minus
    the log of the likelihood by -34, 0, 34, 150 (§7.2.5)."""
    probs, targets = _book(device, dtype)
    rows = torch.tensor(ROWS, device=device, dtype=dtype)
    expected = torch.tensor(expected, device=device, dtype=dtype)
    changes = percent_change(LOSSES[loss], probs, targets, rows)
    assert_close(changes, expected, rtol=0, atol=1e-3)


def test_a_sure_and_wrong_answer(device, dtype):
    """A sure and wrong row takes squared error from 0.32 to 2, and the likelihood to infinity."""
    probs, targets = _book(device, dtype)
    rows = torch.tensor([[0, 1]], device=device, dtype=dtype)
    limited, endless = torch.tensor([[525], [math.inf]], device=device, dtype=dtype)
    first = probs[:1], targets[:1], rows
    assert_close(percent_change(squared_error, *first), limited, rtol=1e-5, atol=0)
    assert_close(percent_change(LOSSES["likelihood"], *first), endless)


def test_each_row_by_itself_takes_the_first_place(device, dtype):
    """The loss is asked about probs with the first row replaced; other rows and targets stay."""
    probs, rows = _probs(4, 3, device, dtype), _probs(5, 3, device, dtype)[2:]
    targets = _targets(4, 3, device)
    before = _weighing(probs, targets)
    after = [_weighing(torch.cat([row[None], probs[1:]]), targets) for row in rows]
    expected = torch.stack([100 * (loss - before) / before for loss in after])
    changes = percent_change(_weighing, probs, targets, rows)
    assert_close(changes, expected, rtol=1e-5, atol=1e-4)


def test_what_came_in_is_untouched(device, dtype):
    """Neither changes what it is given, which need not be contiguous."""
    probs, rows = _probs(3, 3, device, dtype).t(), _probs(3, 5, device, dtype).t()
    targets = _targets(3, 3, device)
    expected = LOSSES["squared error"](probs, targets)
    with assert_untouched(probs, targets, rows):
        error = squared_error(probs, targets)
        percent_change(_weighing, probs, targets, rows)
    assert_close(error, expected)


def _squared_error(probs, targets):
    truth = functional.one_hot(targets, probs.shape[1]).to(probs.dtype)
    return functional.mse_loss(probs, truth, reduction="sum") / len(targets)


def _neg_log_likelihood(probs, targets):
    return functional.nll_loss(probs.log(), targets, reduction="sum")


def _weighing(probs, targets):
    """A loss to which every sample, every class and every target counts in its own way."""
    samples = torch.arange(1, len(probs) + 1, device=probs.device, dtype=probs.dtype)
    classes = torch.arange(1, probs.shape[1] + 1, device=probs.device, dtype=probs.dtype)
    return samples @ probs**2 @ classes**2 + samples @ targets.to(probs.dtype)


LOSSES = {"squared error": _squared_error, "likelihood": _neg_log_likelihood}


def _book(device, dtype):
    """The book's four rows of probabilities, and their targets."""
    rows = [[0.6, 0.4], [0.9, 0.1], [0.3, 0.7], [0.2, 0.8]]
    targets = torch.tensor([0, 0, 1, 1], device=device)
    return torch.tensor(rows, device=device, dtype=dtype), targets


def _probs(n_samples, n_classes, device, dtype):
    """Rows of probabilities in no order, no two of them alike; those of an only class are not 1."""
    steps = torch.arange(n_samples * n_classes, device=device, dtype=torch.float64)
    weights = 2 + torch.sin(2.4 * steps + 1).reshape(n_samples, n_classes)
    whole = 4 if n_classes == 1 else weights.sum(1, keepdim=True)
    return (weights / whole).to(dtype)


def _targets(n_samples, n_classes, device):
    """Classes in no order, the first and the last among them."""
    return torch.tensor([2, 0, 1, 1, 2], device=device)[:n_samples] % n_classes
