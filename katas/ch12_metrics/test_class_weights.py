"""Weights in the loss (§12.4.1): a weighted mean, divided by the weights."""

import math

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas._dojo.writing.forbidding import forbid_operators
from katas.ch12_metrics.class_weights import class_weights, pos_weight, weighted_cross_entropy

TORCHS_LOSSES = ("nll_loss", "nll_loss_nd", "cross_entropy_loss")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([6, 2], [8 / 12, 2.0]),
        ([3, 3, 3], [1.0, 1.0, 1.0]),
        ([1, 4, 10], [5.0, 1.25, 0.5]),
        ([4], [1.0]),
    ],
    ids=["two", "alike", "three", "one"],
)
def test_a_rare_class_has_a_high_weight(device, counts, expected):
    """A weight is N by the number of classes and by the number of samples of the class."""
    labels = _labels(counts, device)
    with assert_untouched(labels):
        weights = class_weights(labels, len(counts))
    assert_close(weights, torch.tensor(expected, device=device))


def test_all_classes_weigh_the_same(device):
    """The weights of the samples of each class add up to the same, those of all to N."""
    labels = _labels([100, 17, 2, 300], device)
    weights = class_weights(labels, 4).double()
    sums = torch.stack([weights[labels[labels == label]].sum() for label in range(4)])
    assert_close(sums, torch.full_like(sums, 419 / 4), rtol=1e-5, atol=0, what="sums by class")


def test_the_loss_is_torchs(device, dtype):
    """Loss and gradient are those of torch's cross_entropy with these weights."""
    logits = _logits(7, 3, device, dtype)
    labels = torch.tensor([0, 2, 2, 1, 0, 2, 1], device=device)
    weights = torch.tensor([0.5, 4.0, 1.25], device=device, dtype=dtype)
    twin = logits.detach().clone().requires_grad_()
    expected = functional.cross_entropy(twin, labels, weights)
    (3 * expected).backward()
    with (
        assert_untouched(logits, labels, weights),
        forbid_operators(*TORCHS_LOSSES, because="The weighted mean is what there is to write."),
    ):
        loss = weighted_cross_entropy(logits, labels, weights)
    assert_close(loss, expected)
    (3 * loss).backward()
    assert_close(logits.grad, twin.grad, what="the gradient of the logits")


@pytest.mark.parametrize(
    "labels", [[1, 1, 1], [0, 1, 1, 0, 1], [1]], ids=["all rare", "mixed", "one"]
)
def test_equal_losses_have_that_mean(device, dtype, labels):
    """Where a model has no clue, all losses are ln 2, and so is their mean, whatever weighs."""
    logits = torch.zeros(len(labels), 2, device=device, dtype=dtype)
    weights = torch.tensor([0.505, 50.5], device=device, dtype=dtype)
    loss = weighted_cross_entropy(logits, torch.tensor(labels, device=device), weights)
    assert_close(loss, torch.tensor(math.log(2), device=device, dtype=dtype))


def test_large_logits_are_no_trouble(device, dtype):
    """A sure model has a loss of 0 where it is right, else of the difference of its logits."""
    logits = torch.tensor([[1e4, -1e4], [1e4, -1e4]], device=device, dtype=dtype)
    weights = torch.tensor([3.0, 1.0], device=device, dtype=dtype)
    loss = weighted_cross_entropy(logits, torch.tensor([0, 1], device=device), weights)
    assert_close(loss, torch.tensor(5e3, device=device, dtype=dtype))


@pytest.mark.parametrize(
    ("counts", "expected"), [([6, 2], 3.0), ([1, 4], 0.25), ([5, 5], 1.0), ([399, 1], 399.0)]
)
def test_the_weight_of_the_positive_ones(device, counts, expected):
    """pos_weight is the number of negative samples by that of the positive ones."""
    labels = _labels(counts, device)
    with assert_untouched(labels):
        weight = pos_weight(labels)
    assert_close(weight, torch.tensor(expected, device=device))


def test_without_a_clue_both_pull_alike(device):
    """With pos_weight the gradients of all positive and all negative samples cancel at 0."""
    labels = _labels([12, 3], device)
    weight = pos_weight(labels)
    logit = torch.zeros((), device=device, requires_grad=True)
    functional.binary_cross_entropy_with_logits(
        logit.expand(15), labels.float(), pos_weight=weight
    ).backward()
    assert_close(
        logit.grad, torch.zeros((), device=device), what="the gradient of the common logit"
    )


def _labels(counts, device):
    """So many of each class, mixed."""
    labels = torch.cat([torch.full((n,), label) for label, n in enumerate(counts)])
    order = torch.randperm(len(labels), generator=torch.Generator().manual_seed(0))
    return labels[order].to(device)


def _logits(n, n_classes, device, dtype):
    generator = torch.Generator().manual_seed(1)
    logits = 2 * torch.randn(n, n_classes, generator=generator, dtype=torch.float64)
    return logits.to(device, dtype).requires_grad_()
