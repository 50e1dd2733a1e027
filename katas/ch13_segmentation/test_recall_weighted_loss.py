"""A loss that would rather find too much (§13.6.3): what is missed, and what is marked in vain."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch13_segmentation.recall_weighted_loss import recall_weighted_loss


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
@pytest.mark.parametrize(
    ("prediction", "loss"),
    [
        ("perfect", 0.0),
        ("nothing", 0.8 + 8 * 0.8),
        ("everything", 4 / 7),
        ("one half", 8 / 13 + 8 * 2 / 7),
        ("shifted", 4 / 9 + 8 * 2 / 7),
    ],
)
def test_a_square_in_a_square(device, dtype, prediction, loss):
    """Of 16 pixels 4 are labelled: one half for all costs 2.901099, everything .571429."""
    label = _square(device)
    p = {
        "perfect": label,
        "nothing": torch.zeros_like(label),
        "everything": torch.ones_like(label),
        "one half": torch.full_like(label, 0.5, dtype=dtype),
        "shifted": label.roll(1, dims=3),
    }[prediction].to(dtype)
    expected = torch.tensor(loss, device=device, dtype=dtype)
    with assert_untouched(p, label):
        actual = recall_weighted_loss(p, label)
    assert_close(actual, expected)


def test_missed_costs_more_than_marked_in_vain(device, dtype):
    """Two pixels missed cost more than two marked in vain, which cost nothing extra."""
    label = _square(device)
    less, more = label.to(dtype), label.to(dtype)
    less[..., 1, 1:3] = 0
    more[..., 3, 1:3] = 1
    expected = torch.tensor(2 / 7 + 8 * 2 / 7, device=device, dtype=dtype)
    assert_close(recall_weighted_loss(less, label), expected, what="the loss, two missed")
    expected = torch.tensor(2 / 11, device=device, dtype=dtype)
    assert_close(recall_weighted_loss(more, label), expected, what="the loss, two in vain")


@pytest.mark.parametrize("weight", [0.0, 1.0, 2.5, 20.0])
def test_the_weight_is_that_of_what_is_missed(device, dtype, weight):
    """The loss inside counts weight times, the other one once: with 0 it is the Dice loss."""
    p, labels = _batch(device, dtype, (3, 1, 4, 5))
    expected = _expected(p, labels, weight)
    assert_close(recall_weighted_loss(p, labels, weight), expected)


@pytest.mark.parametrize("shape", [(1, 1, 4, 5), (4, 1, 5, 3), (2, 3, 4, 4)])
@pytest.mark.parametrize("labels", [torch.bool, torch.int64], ids=str)
def test_a_batch_is_the_mean_of_its_samples(device, dtype, shape, labels):
    """Each sample has its own sums, over all channels, and each counts alike."""
    p, marked = _batch(device, dtype, shape)
    expected = _expected(p, marked, 8)
    marked = marked.to(labels)
    with assert_untouched(p, marked):
        actual = recall_weighted_loss(p, marked)
    assert_close(actual, expected)


@pytest.mark.parametrize("p", [0.0, 0.5, 1.0])
def test_on_an_empty_slice_nothing_can_be_missed(device, dtype, p):
    """Where nothing is labelled, only the first of the two losses is left, and it is no nan."""
    label = torch.zeros(1, 1, 4, 4, device=device, dtype=torch.bool)
    expected = torch.tensor(1 - 1 / (16 * p + 1), device=device, dtype=dtype)
    assert_close(recall_weighted_loss(torch.full_like(label, p, dtype=dtype), label), expected)


def test_missed_pixels_are_pushed_hardest(device):
    """At one half for all, the gradient is -1.593648 inside and .029586 outside of the label."""
    label = _square(device)
    p = torch.full_like(label, 0.5, dtype=torch.float64).requires_grad_()
    # Inside the label both losses have a slope, -21 / 169 and 8 times -9 / 49.
    inside, outside = -21 / 169 - 8 * 9 / 49, 5 / 169
    expected = torch.full_like(p, outside).masked_fill(label, inside)
    _assert_gradient(recall_weighted_loss(p, label), p, expected)


@pytest.mark.parametrize("weight", [8.0, 3.0])
def test_outside_the_weight_pushes_nothing(device, dtype, weight):
    """What lies outside of the label has the gradient of the Dice loss, whatever the weight."""
    p, labels = _batch(device, dtype, (3, 1, 4, 5))
    p.requires_grad_()
    (expected,) = torch.autograd.grad(_expected(p, labels, weight), p)
    loss = recall_weighted_loss(p, labels, weight)
    (plain,) = torch.autograd.grad(_expected(p, labels, 0), p)
    (gradient,) = torch.autograd.grad(loss, p, retain_graph=True)
    outside = "the gradient outside"
    assert_close(gradient.masked_fill(labels, 0), plain.masked_fill(labels, 0), what=outside)
    _assert_gradient(loss, p, expected)


def _assert_gradient(loss, p, expected):
    __tracebackhide__ = True
    assert_equal(loss.requires_grad, True, what="requires_grad of the loss")
    (gradient,) = torch.autograd.grad(loss, p)
    assert_close(gradient, expected, what="the gradient")


def _expected(p, labels, weight):
    """Sample by sample, both losses."""
    losses = []
    for sample, label in zip(p, labels, strict=True):
        common, n_labelled = sample[label].sum(), label.sum()
        whole = 1 - (2 * common + 1) / (sample.sum() + n_labelled + 1)
        missed = (n_labelled - common) / (common + n_labelled + 1)
        losses.append(whole + weight * missed)
    return torch.stack(losses).mean()


def _square(device):
    label = torch.zeros(1, 1, 4, 4, device=device, dtype=torch.bool)
    label[..., 1:3, 1:3] = True
    return label


def _batch(device, dtype, shape):
    """A sample with more marked than the one before, and the first with nothing."""
    generator = torch.Generator().manual_seed(sum(shape))
    p = torch.rand(shape, generator=generator, dtype=torch.float64)
    shares = (torch.arange(shape[0]) / shape[0]).reshape(-1, 1, 1, 1)
    labels = torch.rand(shape, generator=generator, dtype=torch.float64) < shares
    return p.to(device=device, dtype=dtype), labels.to(device)
