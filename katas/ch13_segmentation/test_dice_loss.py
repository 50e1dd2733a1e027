"""The Dice loss (§13.6.3): by the figures of the book's formula, sample by sample."""

import pytest
import torch

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch13_segmentation.dice_loss import dice_loss

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])


@each_dtype
@pytest.mark.parametrize(
    ("prediction", "loss"),
    [
        ("perfect", 0.0),
        ("nothing", 0.8),
        ("everything", 0.571428571),
        ("one half", 0.615384615),
        ("shifted", 0.444444444),
    ],
)
def test_a_square_in_a_square(device, dtype, prediction, loss):
    """Of 16 pixels 4 are labelled: nothing found costs .8, everything marked .5714."""
    label = torch.zeros(1, 1, 4, 4, device=device, dtype=torch.bool)
    label[..., 1:3, 1:3] = True
    p = {
        "perfect": label,
        "nothing": torch.zeros_like(label),
        "everything": torch.ones_like(label),
        "one half": torch.full_like(label, 0.5, dtype=dtype),
        "shifted": label.roll(1, dims=3),
    }[prediction].to(dtype)
    expected = torch.tensor([loss], device=device, dtype=torch.float64).to(dtype)
    with assert_untouched(p, label):
        actual = dice_loss(p, label)
    assert_close(actual, expected)


@each_dtype
@pytest.mark.parametrize(("p", "loss"), [(0.0, 0.0), (0.5, 0.888888889), (1.0, 0.941176471)])
def test_an_empty_slice_has_a_loss(device, dtype, p, loss):
    """Where nothing is labelled, nothing is right, and costs nothing: no nan, and no constant 1."""
    label = torch.zeros(1, 1, 4, 4, device=device, dtype=torch.int64)
    expected = torch.tensor([loss], device=device, dtype=torch.float64).to(dtype)
    actual = dice_loss(torch.full_like(label, p, dtype=dtype), label)
    assert_close(actual, expected)


def test_each_sample_has_its_own_loss(device, dtype):
    """A batch holds as many losses as samples, and none knows of the others."""
    p, labels = _batch(device, dtype)
    expected = torch.stack([_by_hand(*it) for it in zip(p, labels, strict=True)])
    actual = dice_loss(p, labels)
    assert_close(actual, expected)
    assert_close(dice_loss(p[2:], labels[2:]), expected[2:], what="the loss of the last alone")


@pytest.mark.parametrize("labels", [torch.bool, torch.uint8, torch.int64], ids=str)
def test_labels_may_be_whole_numbers(device, dtype, labels):
    """Labels come as bool or as integers, and large slices of uint8 do not run over."""
    p, marked = _batch(device, dtype, (2, 1, 24, 40))
    expected = torch.stack([_by_hand(*it) for it in zip(p, marked, strict=True)])
    marked = marked.to(labels)
    with assert_untouched(p, marked):
        actual = dice_loss(p, marked)
    assert_close(actual, expected)


def test_all_channels_of_a_sample_count_together(device, dtype):
    """With more channels there still is one loss for each sample."""
    p, labels = _batch(device, dtype, (3, 2, 4, 5))
    expected = torch.stack([_by_hand(*it) for it in zip(p, labels, strict=True)])
    actual = dice_loss(p, labels)
    assert_close(actual, expected)


def test_gradients_are_those_of_the_formula(device):
    """Each pixel is pushed, by how sure it is, not by which side of one half it is on."""
    p, labels = _batch(device, torch.float64)
    p.requires_grad_()
    upstream = torch.tensor([2.0, -1.0, 0.5], device=device, dtype=torch.float64)
    wanted = torch.stack([_by_hand(*it) for it in zip(p, labels, strict=True)])
    (expected,) = torch.autograd.grad(wanted, p, upstream)
    loss = dice_loss(p, labels)
    assert_equal(loss.requires_grad, True, what="requires_grad of the loss")
    (gradient,) = torch.autograd.grad(loss, p, upstream)
    assert_close(gradient, expected, what="the gradient of the predictions")


@pytest.mark.parametrize("shape", [(3, 4, 5), (1, 1, 4, 5), (3, 1, 1, 5), (3, 1, 5, 4), (4, 5)])
def test_shapes_have_to_agree(device, dtype, shape):
    """Labels [N, H, W] would meet predictions [N, 1, H, W] N by N: ValueError."""
    p, _ = _batch(device, dtype)
    with assert_raises(ValueError):
        dice_loss(p, torch.ones(shape, device=device, dtype=torch.bool))


def _by_hand(p, label):
    label = label.to(p)
    common, all_of_both = (p * label).sum(), p.sum() + label.sum()
    return 1 - (2 * common + 1) / (all_of_both + 1)


def _batch(device, dtype, shape=(3, 1, 4, 5)):
    """Each sample has more marked than the one before; probabilities are on either side of .5."""
    generator = torch.Generator().manual_seed(sum(shape))
    p = torch.rand(shape, generator=generator, dtype=torch.float64)
    shares = (torch.arange(shape[0]) / shape[0]).reshape(-1, 1, 1, 1)
    labels = torch.rand(shape, generator=generator, dtype=torch.float64) < shares
    return p.to(device=device, dtype=dtype), labels.to(device)
