"""Likelihood (§7.2.5): how probable the true classes are, and the loss that is made of it."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.forbidding import forbid_operators
from katas.ch07_images.likelihood import likelihood, neg_log_likelihood

TORCHS_OWN = ("nll_loss", "cross_entropy_loss")

each_reduction = pytest.mark.parametrize("reduction", ["sum", "mean"])
batches = pytest.mark.parametrize(
    ("n_samples", "n_classes"),
    [(5, 3), (3, 3), (1, 4), (4, 1)],
    ids=["N=5,C=3", "N=3,C=3", "N=1,C=4", "N=4,C=1"],
)


def test_the_figures_of_the_book(device, dtype):
    """0.6, 0.9, 0.7, 0.8 have the likelihood 0.3024; minus its log is 1.1960, a mean of 0.2990."""
    rows = [[0.6, 0.4], [0.9, 0.1], [0.3, 0.7], [0.2, 0.8]]
    probs = torch.tensor(rows, device=device, dtype=dtype)
    targets = torch.tensor([0, 0, 1, 1], device=device)
    product, total, mean = torch.tensor([0.3024, 1.1960, 0.2990], device=device, dtype=dtype)
    tolerances = {"rtol": 0, "atol": 5e-5}
    assert_close(_likelihood(probs, targets), product, **tolerances)
    assert_close(_loss(probs, targets, "sum"), total, **tolerances)
    assert_close(_loss(probs, targets, "mean"), mean, **tolerances)


@batches
def test_the_likelihood_is_a_product(device, dtype, n_samples, n_classes):
    """The likelihood is the product of one probability per sample, that of its own target."""
    probs = _probs(n_samples, n_classes, device, dtype).requires_grad_()
    targets = _targets(n_samples, n_classes, device)
    expected = math.prod(_true(probs, targets))
    expected_gradient = torch.zeros_like(probs)
    for sample, target in enumerate(targets.tolist()):
        expected_gradient[sample, target] = (expected / probs[sample, target]).detach()
    result = _likelihood(probs, targets)
    assert_close(result, expected)
    assert_close(_gradient(result, probs), expected_gradient, what="the gradient of probs")


@batches
@each_reduction
def test_the_loss_is_made_of_logarithms(device, dtype, reduction, n_samples, n_classes):
    """The loss is minus the sum of the true classes' logarithms, or their mean per sample."""
    probs = _probs(n_samples, n_classes, device, dtype).requires_grad_()
    targets = _targets(n_samples, n_classes, device)
    share = 1 if reduction == "sum" else 1 / n_samples
    expected = -share * sum(prob.log() for prob in _true(probs, targets))
    expected_gradient = torch.zeros_like(probs)
    for sample, target in enumerate(targets.tolist()):
        expected_gradient[sample, target] = -share / probs[sample, target].detach()
    loss = _loss(probs, targets, reduction)
    assert_close(loss, expected)
    assert_close(_gradient(loss, probs), expected_gradient, what="the gradient of probs")


@each_reduction
def test_a_thousand_samples_have_a_loss(device, dtype, reduction):
    """The product of 1000 probabilities is 0 in any float; loss and gradient are right even so."""
    row = torch.tensor([0.2, 0.3, 0.5], device=device, dtype=dtype)
    probs = row.repeat(1000, 1).requires_grad_()
    targets = torch.tensor([0, 1], device=device).repeat(500)
    share = 1 if reduction == "sum" else 1 / 1000
    expected = torch.tensor(-500 * share * math.log(0.06), device=device, dtype=dtype)
    of_each = torch.tensor([[-1 / 0.2, 0, 0], [0, -1 / 0.3, 0]], device=device, dtype=dtype)
    loss = _loss(probs, targets, reduction)
    assert_close(loss, expected, rtol=1e-5, atol=0)
    gradient = _gradient(loss, probs)
    assert_close(gradient, share * of_each.repeat(500, 1), what="the gradient of probs")


@each_reduction
def test_an_impossible_answer_costs_infinity(device, dtype, reduction):
    """Where a true class has probability 0, the likelihood is 0 and the loss infinite."""
    probs = torch.tensor([[0.25, 0.75], [0, 1]], device=device, dtype=dtype)
    targets = torch.tensor([1, 0], device=device)
    nothing, infinity = torch.tensor([0, math.inf], device=device, dtype=dtype)
    assert_close(_likelihood(probs, targets), nothing)
    assert_close(_loss(probs, targets, reduction), infinity)


def test_likelihoods_multiply_and_losses_add(device, dtype):
    """Of two batches in one, the likelihoods are multiplied and the summed losses added."""
    probs, targets = _probs(5, 3, device, dtype), _targets(5, 3, device)
    parts = [(probs[:2], targets[:2]), (probs[2:], targets[2:])]
    product = math.prod(_likelihood(*part) for part in parts)
    assert_close(_likelihood(probs, targets), product)
    total = sum(_loss(*part, "sum") for part in parts)
    assert_close(_loss(probs, targets, "sum"), total)


def test_what_came_in_is_untouched(device, dtype):
    """Neither changes what it is given, which need not be contiguous."""
    probs = _probs(3, 3, device, dtype).t()
    targets = torch.tensor([2, 9, 0, 9, 1, 9], device=device)[::2]
    expected = math.prod(_true(probs, targets))
    with assert_untouched(probs, targets):
        result = _likelihood(probs, targets)
        loss = _loss(probs, targets, "sum")
    assert_close(result, expected)
    assert_close(loss, -expected.log())


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_stays_half(device, dtype):
    """Both keep the dtype of the probabilities, bfloat16 too."""
    probs, targets = _probs(3, 3, device, dtype), _targets(3, 3, device)
    expected = math.prod(_true(probs.double(), targets))
    result = _likelihood(probs, targets)
    assert_close(result, expected.to(dtype), rtol=0.03, atol=0)
    for reduction, loss in ("sum", -expected.log()), ("mean", -expected.log() / 3):
        got = _loss(probs, targets, reduction)
        assert_close(got, loss.to(dtype), rtol=0.03, atol=0)


def test_it_is_worked_out_by_hand(device, dtype):
    """Torch's own nll_loss and cross_entropy are not called, in whatever spelling."""
    probs, targets = _probs(5, 3, device, dtype), _targets(5, 3, device)
    with forbid_operators(*TORCHS_OWN, because="gather, log, prod, sum are all it takes."):
        likelihood(probs, targets)
        neg_log_likelihood(probs, targets, "sum")
        neg_log_likelihood(probs, targets, "mean")


def _probs(n_samples, n_classes, device, dtype):
    """Rows of probabilities in no order, no two of them alike; those of an only class are not 1."""
    steps = torch.arange(n_samples * n_classes, device=device, dtype=torch.float64)
    weights = 2 + torch.sin(2.4 * steps + 1).reshape(n_samples, n_classes)
    whole = 4 if n_classes == 1 else weights.sum(1, keepdim=True)
    return (weights / whole).to(dtype)


def _targets(n_samples, n_classes, device):
    """Classes in no order, the first and the last among them."""
    return torch.tensor([2, 0, 1, 1, 2], device=device)[:n_samples] % n_classes


def _true(probs, targets):
    return [probs[sample, target] for sample, target in enumerate(targets.tolist())]


def _likelihood(probs, targets):
    return _one_number(likelihood(probs, targets))


def _loss(probs, targets, reduction):
    return _one_number(neg_log_likelihood(probs, targets, reduction))


def _one_number(result):
    """The book's loop ends with shape [1]."""
    alone = isinstance(result, torch.Tensor) and result.shape == (1,)
    return result.reshape(()) if alone else result


def _gradient(output, probs):
    """The gradient of ``probs``; an output that autograd lost sight of says so."""
    __tracebackhide__ = True
    assert_equal(output.requires_grad, True, what="requires_grad of the result")
    return torch.autograd.grad(output, probs)[0]
