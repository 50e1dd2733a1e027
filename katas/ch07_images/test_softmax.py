"""Softmax (§7.2.4): probabilities along one dimension, however large the numbers."""

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.forbidding import forbid_operators
from katas.ch07_images.softmax import softmax

TORCHS_OWN = (
    *("softmax", "log_softmax"),
    # softmax under another name
    *("safe_softmax", "masked_softmax", "sparse_softmax", "sparse_log_softmax"),
)

every_dim = pytest.mark.parametrize(
    ("shape", "dim"),
    [((4,), 0), ((3, 4), 0), ((3, 3), 1), ((1, 4), -1), ((2, 3, 4), -2), ((2, 2, 4, 3), 1)],
)


def test_the_softmax_of_1_2_3(device, dtype):
    """The softmax of [1, 2, 3] is [0.0900, 0.2447, 0.6652]; in two rows, each row's (§7.2.4)."""
    x = torch.tensor([1, 2, 3], device=device, dtype=dtype)
    expected = torch.tensor([0.0900, 0.2447, 0.6652], device=device, dtype=dtype)
    assert_close(softmax(x, 0), expected, rtol=0, atol=5e-5)
    assert_close(softmax(x.repeat(2, 1), 1), expected.repeat(2, 1), rtol=0, atol=5e-5)


@every_dim
def test_the_probabilities_are_those_along_dim(device, dtype, shape, dim):
    """Softmax adds up along dim, and along dim only: there its probabilities sum to 1."""
    x = _numbers(shape, device, dtype)
    expected = functional.softmax(x, dim)
    assert_close(softmax(x, dim), expected)


@every_dim
def test_each_number_moves_every_probability(device, dtype, shape, dim):
    """What one probability gains, the others lose: the gradient passes through the sum as well."""
    x = _numbers(shape, device, dtype).requires_grad_()
    upstream = _numbers(shape, device, dtype, shift=0.7)
    _assert_gradient(x, dim, upstream)


@pytest.mark.parametrize("dim", [0, 1])
def test_numbers_of_any_size(device, dtype, dim):
    """At numbers of ±1e4 nothing is NaN: values and gradients are right, in each row by itself."""
    rows = [[1e4, 9999, -1e4, 0], [-1e4, -9998, -9999, -1e4], [0, 1, 2, -1e4], [300, 301, 302, 299]]
    x = torch.tensor(rows, device=device, dtype=dtype)
    x = (x.t() if dim == 0 else x).requires_grad_()
    expected = functional.softmax(x, dim)
    tolerances = _rounding_of_1e4(dtype)
    assert_close(softmax(x, dim), expected, **tolerances)
    _assert_gradient(x, dim, _numbers(x.shape, device, dtype), **tolerances)


def test_a_constant_added_to_a_row_changes_nothing(device, dtype):
    """A number added to a whole row leaves its probabilities as they were."""
    x = torch.tensor([[1, 3, 2], [0, -2, 5], [4, 4, 0]], device=device, dtype=dtype)
    shifted = x + torch.tensor([[-2000], [0], [1000]], device=device, dtype=dtype)
    expected = functional.softmax(x, 1)
    assert_close(softmax(shifted, 1), expected, **_rounding_of_1e4(dtype))


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_stays_half(device, dtype):
    """The probabilities have the dtype of what came in, bfloat16 too."""
    x = _numbers((3, 5), device, dtype)
    expected = functional.softmax(x.double(), 1).to(dtype)
    assert_close(softmax(x, 1), expected, rtol=0.02, atol=0.001)


def test_what_came_in_is_untouched(device, dtype):
    """x stays as it was, and need not be contiguous."""
    x = _numbers((3, 5), device, dtype).t()
    expected = functional.softmax(x, 0)
    with assert_untouched(x):
        probs = softmax(x, 0)
    assert_close(probs, expected)


def test_it_is_worked_out_by_hand(device, dtype):
    """Torch's own softmax and log_softmax are not called, in whatever spelling."""
    x = _numbers((5, 3), device, dtype).requires_grad_()
    with forbid_operators(*TORCHS_OWN, because="exp, a sum and a maximum are all it takes."):
        softmax(x, 1).sum().backward()


def _numbers(shape, device, dtype, shift=0.0):
    """Numbers between -3 and 3, in no order and no two of them alike."""
    steps = torch.arange(torch.Size(shape).numel(), device=device, dtype=torch.float64)
    return (3 * torch.sin(2.4 * steps + 1 + shift)).to(dtype).reshape(shape)


def _rounding_of_1e4(dtype):
    """Tolerances that leave room for the rounding of a number of 1e4, as logsumexp returns it."""
    return {"rtol": 0, "atol": {torch.float32: 5e-3, torch.float64: 1e-10}[dtype]}


def _assert_gradient(x, dim, upstream, **tolerances):
    __tracebackhide__ = True
    (expected,) = torch.autograd.grad(functional.softmax(x, dim), x, upstream)
    probs = softmax(x, dim)
    assert_equal(probs.requires_grad, True, what="requires_grad of the result")
    (gradient,) = torch.autograd.grad(probs, x, upstream)
    assert_close(gradient, expected, **tolerances, what="the gradient of x")
