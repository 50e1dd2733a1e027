"""An embedding for many categories (§4.5.4): a row of weights for each class, zeros for none."""

import pytest
import torch
from torch.nn.functional import one_hot

from katas._dojo.writing.assertions import assert_close, assert_raises, assert_untouched
from katas.ch04_real_data.category_embedding import embed

EXACTLY = {"rtol": 0, "atol": 0}
# A row for each of five classes; quarters, which bfloat16 holds as they are.
ROWS = [[0.5, -1.25, 3], [2, 0.75, -4], [-0.25, 6, 1.5], [8, -3.5, 0.25], [-2, 1, 5]]
ZEROS = [0, 0, 0]

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])


@each_dtype
@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ([3, 0, 4, 3], [ROWS[3], ROWS[0], ROWS[4], ROWS[3]]),
        ([[1, 4, 0], [0, 3, 1]], [[ROWS[1], ROWS[4], ROWS[0]], [ROWS[0], ROWS[3], ROWS[1]]]),
        ([4], [ROWS[4]]),
        (1, ROWS[1]),
    ],
    ids=["[4]", "[2, 3]", "[1]", "[]"],
)
def test_each_class_has_its_row(device, dtype, classes, expected):
    """The result has the shape of the classes with a dimension more, and the dtype of weight."""
    result = embed(torch.tensor(classes, device=device), _weight(device, dtype), padding=2)
    assert_close(result, torch.tensor(expected, device=device, dtype=dtype), **EXACTLY)


def test_no_class_at_all(device, dtype):
    """Of no classes there are no rows: [0, D]."""
    classes = torch.empty(0, device=device, dtype=torch.int64)
    result = embed(classes, _weight(device, dtype), padding=0)
    assert_close(result, torch.empty(0, 3, device=device, dtype=dtype))


@each_dtype
@pytest.mark.parametrize("padding", [0, 2, 4])
def test_padding_becomes_zeros(device, dtype, padding):
    """Class padding is zeros wherever it occurs, whatever stands in its row; others stay."""
    numbers = [[4, 2, 0], [0, 1, 2], [2, 4, 3]]
    expected = [[ZEROS if it == padding else ROWS[it] for it in row] for row in numbers]
    result = embed(torch.tensor(numbers, device=device), _weight(device, dtype), padding)
    assert_close(result, torch.tensor(expected, device=device, dtype=dtype), **EXACTLY)


def test_an_embedding_is_one_hot_times_weight(device, dtype):
    """The rows, and their gradients, are those of one-hot times weight: those of a class add up."""
    classes = torch.tensor([3, 1, 3, 0, 3], device=device)
    weight = _weight(device, dtype).requires_grad_()
    expected = one_hot(classes, 5).to(dtype) @ weight
    upstream = _upstream(expected)
    (wanted,) = torch.autograd.grad(expected, weight, upstream)
    result = embed(classes, weight, padding=4)
    assert_close(result, expected)
    assert_close(_gradient(result, weight, upstream), wanted, what="the gradient of weight")


@pytest.mark.parametrize("padding", [0, 3])
def test_padding_is_never_trained(device, dtype, padding):
    """The row of padding has a gradient of 0, whatever comes back to it; others have theirs."""
    classes = torch.tensor([3, 0, 1, 0, 3], device=device)
    weight = _weight(device, dtype).requires_grad_()
    hot = one_hot(classes, 5).to(dtype)
    hot[:, padding] = 0
    upstream = _upstream(hot @ weight)
    gradient = _gradient(embed(classes, weight, padding), weight, upstream)
    assert_close(gradient, hot.t() @ upstream, what="the gradient of weight")


@pytest.mark.parametrize("unknown", [-1, 5, -5, 731])
@pytest.mark.parametrize("padding", [0, 4])
def test_an_unknown_class_is_refused(device, dtype, unknown, padding):
    """A class below 0, or from C on, raises IndexError that names it: there is no row for it."""
    classes = torch.tensor([[1, padding, 2], [3, unknown, 1]], device=device)
    with assert_raises(IndexError, unknown):
        embed(classes, _weight(device, dtype), padding)


def test_what_came_in_is_left_alone(device, dtype):
    """Neither classes nor weight change, even if the result is changed afterwards."""
    classes = torch.tensor([1, 0, 2, 4], device=device)
    weight = _weight(device, dtype)
    with assert_untouched(classes, weight):
        embed(classes, weight, padding=0).fill_(7)


def _weight(device, dtype):
    return torch.tensor(ROWS, device=device, dtype=dtype)


def _upstream(result):
    """Numbers from -1 to 2, no two alike."""
    steps = torch.linspace(-1, 2, result.numel(), device=result.device, dtype=result.dtype)
    return steps.reshape(result.shape)


def _gradient(result, weight, upstream):
    """The gradient of ``weight``, or None where the result has lost sight of it."""
    if not result.requires_grad:
        return None
    return torch.autograd.grad(result, weight, upstream, allow_unused=True)[0]
