"""The loss of each sample (§11.5.1): records without a graph, beside a mean that has one."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.graphs import traced
from katas.ch11_training.per_sample_loss import batch_loss, mean_loss

CLASSES = [1, 0, 0, 1, 0]
each_size = pytest.mark.parametrize("n", [1, 2, 5])


@each_size
def test_each_sample_has_its_own_loss(device, dtype, n):
    """The second of the two holds the cross-entropy of each sample, in their order."""
    logits, labels = _batch(n, device, dtype)
    expected = _losses(logits, n)
    with assert_untouched(logits, labels):
        _, records = batch_loss(logits, labels)
    assert_close(records, expected, what="the loss of each sample")


@each_size
def test_training_follows_the_mean(device, dtype, n):
    """The first of the two is the mean, and the gradient of each logit is that of the mean."""
    logits, labels = _batch(n, device, dtype)
    logits.requires_grad_()
    expected = _losses(logits, n).mean()
    (wanted,) = torch.autograd.grad(expected, logits)
    mean, _ = batch_loss(logits, labels)
    assert_close(mean, expected, what="the mean")
    assert_equal(mean.requires_grad, True, what="requires_grad of the mean")
    (gradient,) = torch.autograd.grad(mean, logits)
    assert_close(gradient, wanted, what="the gradient of the logits")


@pytest.mark.parametrize("dtype", [torch.float32])
def test_records_hold_no_graph(device, dtype):
    """Once the mean is gone, the graph is gone, although the records are kept."""
    leaf, labels = _batch(5, device, dtype)
    logits, graph = traced(leaf.requires_grad_())
    mean, records = batch_loss(logits, labels)
    assert_equal(records.requires_grad, False, what="requires_grad of the records")
    mean.backward()
    del mean, logits
    assert_equal(graph() is None, True, what="whether the graph is gone")


def test_without_gradients_it_is_the_same(device, dtype):
    """In validation, under no_grad, mean and losses have the same values."""
    logits, labels = _batch(5, device, dtype)
    expected = _losses(logits, 5)
    with torch.no_grad():
        mean, records = batch_loss(logits.requires_grad_(), labels)
    assert_close(mean, expected.mean(), what="the mean")
    assert_close(records, expected, what="the loss of each sample")


@pytest.mark.parametrize("size", [0.0, 1.0, 1e4])
def test_logits_may_be_of_any_size(device, dtype, size):
    """Equal logits cost ln 2, as in a net that knows nothing yet; large ones cost no infinity."""
    logits = size * torch.tensor([[0.5, -0.5], [0.5, -0.5]], device=device, dtype=dtype)
    labels = torch.tensor([[1, 0], [0, 1]], device=device)
    right = math.log1p(math.exp(-size))
    expected = torch.tensor([right, size + right], device=device, dtype=dtype)
    mean, records = batch_loss(logits, labels)
    assert_close(records, expected, what="the loss of each sample")
    assert_close(mean, expected.mean(), what="the mean")


def test_bfloat16_stays_bfloat16(device):
    """Logits of bfloat16 have losses of bfloat16."""
    logits, labels = _batch(5, device, torch.bfloat16)
    expected = _losses(logits.double(), 5)
    for what, it, wanted in zip(
        ["the mean", "the losses"],
        batch_loss(logits, labels),
        [expected.mean(), expected],
        strict=True,
    ):
        assert_close(it, wanted.bfloat16(), rtol=0.02, atol=0.02, what=what)


@pytest.mark.parametrize("sizes", [(7,), (3, 3, 1), (1, 6), (2, 4, 1)])
def test_each_sample_counts_the_same(device, dtype, sizes):
    """The loss of an epoch is the mean over its samples, as a float, however they are batched."""
    losses = torch.tensor([0.5, 3.0, 0.25, 1.0, 0.0, 2.0, 8.0], device=device, dtype=dtype)
    records = list(losses.split(list(sizes)))
    with assert_untouched(*records):
        mean = mean_loss(records)
    assert_equal(type(mean).__name__, "float", what="the type of the mean")
    actual, expected = (torch.tensor(it, dtype=dtype) for it in (mean, 14.75 / 7))
    assert_close(actual, expected, what="the mean of the epoch")


def _batch(n, device, dtype):
    """Logits that differ from sample to sample, and labels with a place for each class."""
    steps = torch.arange(10, dtype=torch.float64)
    logits = (3 * torch.sin(2.4 * steps + 1)).reshape(5, 2)[:n].to(device=device, dtype=dtype)
    return logits, torch.eye(2, dtype=torch.int64, device=device)[CLASSES[:n]]


def _losses(logits, n):
    """By the logarithm of each class's share."""
    shares = logits.exp() / logits.exp().sum(dim=1, keepdim=True)
    return -shares[range(n), CLASSES[:n]].log()
