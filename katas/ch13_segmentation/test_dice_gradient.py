"""The gradient of the Dice loss, by hand (§13.6.3): inside the label, outside, sample by sample."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.forbidding import forbid_autograd
from katas.ch13_segmentation.dice_gradient import dice_gradient

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
BY_HAND = "the gradient is worked out by hand here"


@pytest.mark.parametrize("labels", [torch.bool, torch.int64, torch.uint8], ids=str)
def test_inside_and_outside_of_the_label(device, labels):
    """Of 16 pixels at one half, 4 are labelled: -.124260 inside, .029586 outside."""
    label = torch.zeros(1, 1, 4, 4, device=device, dtype=torch.bool)
    label[..., 1:3, 1:3] = True
    # 2 sum(pl) + 1 is 5, sum(p) + sum(l) + 1 is 13: (5 - 2 * 13) / 169 and 5 / 169.
    p = torch.full_like(label, 0.5, dtype=torch.float64)
    expected = torch.full_like(p, 5 / 169).masked_fill(label, -21 / 169)
    with forbid_autograd(because=BY_HAND):
        actual = dice_gradient(p, label.to(labels))
    _assert_gradient(actual, expected)


@pytest.mark.parametrize("shape", [(3, 1, 4, 5), (1, 1, 6, 3), (2, 2, 3, 4)])
def test_it_is_what_autograd_finds(device, dtype, shape):
    """Each sample by itself, all of its channels together, it is the derivative of the loss."""
    p, labels = _batch(device, dtype, shape)
    expected = _by_autograd(p, labels)
    with assert_untouched(p, labels), forbid_autograd(because=BY_HAND):
        actual = dice_gradient(p, labels)
    _assert_gradient(actual, expected)


def test_samples_do_not_know_of_each_other(device, dtype):
    """A sample has the same gradient in whatever company."""
    p, labels = _batch(device, dtype, (3, 1, 4, 5))
    expected = torch.cat(
        [_by_autograd(*it) for it in zip(p.split(1), labels.split(1), strict=True)]
    )
    alone = [dice_gradient(*it) for it in zip(p.split(1), labels.split(1), strict=True)]
    _assert_gradient(torch.cat(alone), expected)
    _assert_gradient(dice_gradient(p, labels), expected)


@each_dtype
@pytest.mark.parametrize("p", [0.0, 0.5, 1.0])
def test_on_an_empty_slice_all_is_pushed_down(device, dtype, p):
    """Where nothing is labelled, each pixel is pushed down, and the harder, the less is marked."""
    label = torch.zeros(1, 1, 4, 4, device=device, dtype=torch.bool)
    predictions = torch.full_like(label, p, dtype=dtype)
    expected = torch.full_like(predictions, 1 / (16 * p + 1) ** 2)
    _assert_gradient(dice_gradient(predictions, label), expected)


def test_a_perfect_prediction_is_pushed_still(device, dtype):
    """At its best the loss still has a slope: up inside, down outside, as far as 0 and 1 let it."""
    label = torch.zeros(1, 1, 3, 4, device=device, dtype=torch.bool)
    label[..., 0, 1:] = True
    p = label.to(dtype)
    expected = torch.full_like(p, 1 / 7).masked_fill(label, -1 / 7)
    _assert_gradient(dice_gradient(p, label), expected)


def test_a_small_step_goes_as_far_as_foretold(device):
    """If one pixel moves a little, the loss moves by the gradient there times as much."""
    p, labels = _batch(device, torch.float64, (2, 1, 3, 3))
    actual = dice_gradient(p, labels)
    for place in [(0, 0, 0, 0), (0, 0, 1, 2), (1, 0, 2, 1), (1, 0, 0, 0)]:
        step = torch.zeros_like(p)
        step[place] = 1e-5
        expected = (_loss(p + step, labels) - _loss(p - step, labels)).sum() / 2e-5
        assert_close(actual[place], expected, rtol=1e-6, atol=1e-8, what=f"the gradient at {place}")


def _assert_gradient(actual, expected):
    __tracebackhide__ = True
    assert_close(actual, expected, what="the gradient")
    assert_equal(actual.requires_grad, False, what="requires_grad of the gradient")


def _loss(p, labels):
    labels = labels.to(p)
    common = (p * labels).sum(dim=(1, 2, 3))
    return 1 - (2 * common + 1) / (p.sum(dim=(1, 2, 3)) + labels.sum(dim=(1, 2, 3)) + 1)


def _by_autograd(p, labels):
    p = p.clone().requires_grad_()
    (gradient,) = torch.autograd.grad(_loss(p, labels).sum(), p)
    return gradient


def _batch(device, dtype, shape):
    """A sample with more marked than the one before."""
    generator = torch.Generator().manual_seed(sum(shape))
    p = torch.rand(shape, generator=generator, dtype=torch.float64)
    shares = (torch.arange(1, shape[0] + 1) / (shape[0] + 1)).reshape(-1, 1, 1, 1)
    labels = torch.rand(shape, generator=generator, dtype=torch.float64) < shares
    return p.to(device=device, dtype=dtype), labels.to(device)
