"""Cross-entropy (§7.2.5, §7.2.6): the loss of a classifier, straight from its logits."""

import math

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.forbidding import forbid_operators
from katas.ch07_images.cross_entropy import cross_entropy, log_softmax, nll_loss

TORCHS_OWN = (
    *("log_softmax", "softmax", "nll_loss", "cross_entropy_loss"),
    # softmax under another name
    *("safe_softmax", "masked_softmax", "sparse_softmax", "sparse_log_softmax"),
)

every_dim = pytest.mark.parametrize(
    ("shape", "dim"),
    [
        ((4,), 0),
        ((3, 4), 0),
        ((1, 4), -1),
        ((3, 1), 1),
        ((2, 3, 4), -2),
        ((2, 3, 4, 5), 1),
    ],
)
batches = pytest.mark.parametrize(
    ("n_samples", "n_classes"),
    [(5, 3), (1, 4), (4, 1)],
    ids=["N=5,C=3", "N=1,C=4", "N=4,C=1"],
)


@every_dim
def test_log_softmax_agrees_with_torch_along_any_dimension(device, dtype, shape, dim):
    """log_softmax normalises along dim, and along dim only: exp of it sums to 1 there."""
    logits = _logits(shape, device, dtype)
    assert_close(log_softmax(logits, dim), functional.log_softmax(logits, dim))


@every_dim
def test_the_gradient_of_log_softmax_passes_through_the_normaliser(device, dtype, shape, dim):
    """Every logit moves every log-probability along dim: all of log_softmax is differentiable."""
    logits = _logits(shape, device, dtype).requires_grad_()
    upstream = _logits(shape, device, dtype, shift=0.7)
    expected = torch.autograd.grad(functional.log_softmax(logits, dim), logits, upstream)[0]
    gradient = _gradient(log_softmax(logits, dim), logits, upstream)
    assert_close(gradient, expected, what="the gradient of the logits")


def test_the_log_softmax_of_0_and_104(device, dtype):
    """The log-softmax of [0, 104] is [-104, 0] (§7.2.5); the log of a finished softmax is -inf."""
    logits = torch.tensor([0, 104], device=device, dtype=dtype)
    expected = torch.tensor([-104, 0], device=device, dtype=dtype)
    assert_close(log_softmax(logits, 0), expected)


@pytest.mark.parametrize("dim", [0, 1])
def test_log_softmax_takes_logits_of_any_size(device, dtype, dim):
    """At logits of ±1e4 values and gradients are still right, in each row along dim by itself."""
    logits = _far_apart(device, dtype).requires_grad_()
    rows = logits.t() if dim == 0 else logits
    upstream = _logits(rows.shape, device, dtype) / 3
    expected = functional.log_softmax(rows.double(), dim).to(dtype)
    (expected_gradient,) = torch.autograd.grad(expected, logits, upstream)
    tolerances = _rounding_of_1e4(dtype)
    log_probs = log_softmax(rows, dim)
    assert_close(log_probs, expected, **tolerances)
    gradient = _gradient(log_probs, logits, upstream)
    assert_close(gradient, expected_gradient, **tolerances, what="the gradient of the logits")


def test_a_constant_added_to_a_row_changes_nothing(device, dtype):
    """A number added to a whole row changes neither its log-softmax nor the loss."""
    logits = _logits((3, 4), device, dtype)
    shifted = logits + torch.tensor([[-100], [0], [1000]], device=device, dtype=dtype)
    targets = torch.tensor([2, 0, 3], device=device)
    tolerances = {"rtol": 0, "atol": 1e-3 if dtype == torch.float32 else 1e-9}
    assert_close(log_softmax(shifted, 1), log_softmax(logits, 1), **tolerances)
    assert_close(cross_entropy(shifted, targets), cross_entropy(logits, targets), **tolerances)


@batches
def test_nll_loss_averages_the_true_classes(device, dtype, n_samples, n_classes):
    """nll_loss is minus the mean of one log-probability per sample, that of its own target."""
    log_probs = functional.log_softmax(
        _logits((n_samples, n_classes), device, dtype), 1
    ).requires_grad_()
    targets = _targets(n_samples, n_classes, device)
    expected = functional.nll_loss(log_probs, targets)
    upstream = torch.full_like(expected, 2.5)
    (expected_gradient,) = torch.autograd.grad(expected, log_probs, upstream)
    loss = nll_loss(log_probs, targets)
    assert_close(loss, expected)
    gradient = _gradient(loss, log_probs, upstream)
    assert_close(gradient, expected_gradient, what="the gradient of log_probs")


def test_the_likelihood_of_the_book(device, dtype):
    """True classes at 0.6, 0.9, 0.7, 0.8 have the likelihood 0.3024: -ln(0.3024) / 4 is 0.2990."""
    probs = [[0.6, 0.4], [0.9, 0.1], [0.3, 0.7], [0.2, 0.8]]
    log_probs = torch.tensor(probs, device=device, dtype=dtype).log()
    targets = torch.tensor([0, 0, 1, 1], device=device)
    expected = torch.tensor(-math.log(0.3024) / 4, device=device, dtype=dtype)
    assert_close(nll_loss(log_probs, targets), expected, rtol=1e-5, atol=0)


@batches
def test_cross_entropy_agrees_with_torch(device, dtype, n_samples, n_classes):
    """cross_entropy takes raw logits; its gradient is (softmax - one-hot) / N."""
    logits = _logits((n_samples, n_classes), device, dtype).requires_grad_()
    targets = _targets(n_samples, n_classes, device)
    expected = functional.cross_entropy(logits, targets)
    upstream = torch.full_like(expected, 2.5)
    (expected_gradient,) = torch.autograd.grad(expected, logits, upstream)
    loss = cross_entropy(logits, targets)
    assert_close(loss, expected)
    gradient = _gradient(loss, logits, upstream)
    assert_close(gradient, expected_gradient, what="the gradient of the logits")


@pytest.mark.parametrize("targets", [(0, 1, 2, 3), (2, 0, 3, 1)], ids=["0,1,2,3", "2,0,3,1"])
def test_cross_entropy_takes_logits_of_any_size(device, dtype, targets):
    """At logits of ±1e4 a wrong answer costs up to 2e4, and has the gradient to match."""
    logits = _far_apart(device, dtype).requires_grad_()
    targets = torch.tensor(targets, device=device)
    expected = functional.cross_entropy(logits.double(), targets).to(dtype)
    (expected_gradient,) = torch.autograd.grad(expected, logits)
    tolerances = _rounding_of_1e4(dtype)
    loss = cross_entropy(logits, targets)
    assert_close(loss, expected, **tolerances)
    gradient = _gradient(loss, logits)
    assert_close(gradient, expected_gradient, **tolerances, what="the gradient of the logits")


@pytest.mark.parametrize("n_classes", [2, 10])
def test_a_classifier_that_cannot_tell_pays_ln_k(device, dtype, n_classes):
    """With K classes and all logits of a sample alike, the loss is ln K, whatever the targets."""
    logits = torch.tensor([[0], [-3], [7]], device=device, dtype=dtype).repeat(1, n_classes)
    targets = _targets(3, n_classes, device)
    expected = torch.tensor(math.log(n_classes), device=device, dtype=dtype)
    assert_close(cross_entropy(logits, targets), expected)


def test_cross_entropy_is_log_softmax_with_nll_loss(device, dtype):
    """The two steps one after the other, LogSoftmax with NLLLoss, are CrossEntropyLoss (§7.2.6)."""
    logits = _logits((5, 3), device, dtype)
    targets = _targets(5, 3, device)
    assert_close(nll_loss(log_softmax(logits, 1), targets), cross_entropy(logits, targets))


def test_what_came_in_is_untouched(device, dtype):
    """None of the three changes what it is given, which need not be contiguous."""
    logits = _logits((3, 5), device, dtype).t()
    log_probs = functional.log_softmax(logits, 1)
    targets = torch.tensor([0, 9, 2, 9, 1, 9, 1, 9, 0, 9], device=device)[::2]
    with assert_untouched(logits, log_probs, targets):
        normalised = log_softmax(logits, 1)
        from_log_probs = nll_loss(log_probs, targets)
        from_logits = cross_entropy(logits, targets)
    assert_close(normalised, log_probs)
    assert_close(from_log_probs, functional.nll_loss(log_probs, targets))
    assert_close(from_logits, functional.cross_entropy(logits, targets))


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_stays_half(device, dtype):
    """All three keep the dtype of what came in, bfloat16 too; values are right to its rounding."""
    logits, targets = _logits((5, 3), device, dtype), _targets(5, 3, device)
    log_probs = functional.log_softmax(logits, 1)
    assert_close(log_softmax(logits, 1), log_probs, rtol=0, atol=0.05)
    loss = functional.nll_loss(log_probs.double(), targets).to(dtype)
    assert_close(nll_loss(log_probs, targets), loss, rtol=0, atol=0.05)
    assert_close(cross_entropy(logits, targets), loss, rtol=0, atol=0.05)


def test_it_is_worked_out_by_hand(device, dtype):
    """Torch's own softmax, log_softmax, nll_loss, cross_entropy are not called in any spelling."""
    logits = _logits((5, 3), device, dtype).requires_grad_()
    log_probs = functional.log_softmax(logits.detach(), 1).requires_grad_()
    targets = _targets(5, 3, device)
    with forbid_operators(*TORCHS_OWN, because="exp, log, sums, indexing are all it takes."):
        _gradient(log_softmax(logits, 1).sum(), logits)
        _gradient(nll_loss(log_probs, targets), log_probs)
        _gradient(cross_entropy(logits, targets), logits)


def _logits(shape, device, dtype, shift=0.0):
    """Logits between -3 and 3, in no order and no two of them alike."""
    n_elements = torch.Size(shape).numel()
    steps = torch.arange(n_elements, device=device, dtype=torch.float64)
    return (3 * torch.sin(2.4 * steps + 1 + shift)).to(dtype).reshape(shape)


def _targets(n_samples, n_classes, device):
    """Classes in no order, the first and the last among them."""
    return torch.tensor([2, 0, 1, 1, 2], device=device)[:n_samples] % n_classes


def _far_apart(device, dtype):
    """Logits as far apart within a row as between rows."""
    rows = [[1e4, 9999, -1e4, 0], [-1e4, -1e4, -1e4, -1e4], [0, 1, 2, -1e4], [1e4, -1e4, 0, 5]]
    return torch.tensor(rows, device=device, dtype=dtype)


def _rounding_of_1e4(dtype):
    """Tolerances that leave room for the rounding of a number of 1e4."""
    usual = {torch.float32: 1e-5, torch.float64: 1e-7}[dtype]
    return {"rtol": usual, "atol": max(4 * 1e4 * torch.finfo(dtype).eps, usual)}


def _gradient(output, wanted, upstream=None):
    """The gradient of ``wanted``; an output that autograd lost sight of says so."""
    __tracebackhide__ = True
    assert_equal(output.requires_grad, True, what="requires_grad of the result")
    return torch.autograd.grad(output, wanted, upstream)[0]
