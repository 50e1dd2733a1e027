"""What specs assert with accepts what it should, refuses what it should, and says why."""

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.mismatch import MismatchError, unread

ONES = torch.ones(2, 3, dtype=torch.float64)


def test_close_tensors_pass():
    assert_close(ONES + 1e-9, ONES)
    assert_close(torch.tensor([torch.nan, torch.inf]), torch.tensor([torch.nan, torch.inf]))
    assert_close(ONES.clone().requires_grad_(), ONES)


@pytest.mark.parametrize(
    ("actual", "message"),
    [
        (1.0, "got       float: 1.0\nexpected  a tensor"),
        (ONES[:1], "shape\ngot       [1, 3]\nexpected  [2, 3]"),
        (ONES.float(), "dtype\ngot       torch.float32\nexpected  torch.float64"),
        (ONES.to("meta"), "device\ngot       meta\nexpected  cpu"),
        (ONES.to_sparse(), "layout\ngot       torch.sparse_coo\nexpected  torch.strided"),
        (ONES + torch.eye(2, 3), "at [0, 0]: got 2.0, expected 1.0 (2 of 6 elements differ)"),
        (
            ONES * torch.nan,
            "got       tensor([[nan, nan, nan], [nan, nan, nan]], dtype=torch.float64)",
        ),
    ],
    ids=["type", "shape", "dtype", "device", "layout", "value", "nan"],
)
def test_a_tensor_that_differs_is_told(actual, message):
    with pytest.raises(AssertionError) as raised:
        assert_close(actual, ONES)
    assert message in str(raised.value)


DTYPES = [torch.bool, torch.uint8, torch.int64, torch.bfloat16, torch.float16, torch.float32]
DTYPES += [torch.float64, torch.complex64]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("off", [0, 1e-8, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1])
def test_what_is_close_is_what_torch_testing_takes_for_it(dtype, off):
    expected = torch.tensor([0, 1, 3], dtype=dtype)
    actual = (expected.to(torch.promote_types(dtype, torch.float64)) * (1 - off)).to(dtype)
    try:
        torch.testing.assert_close(actual, expected)
    except AssertionError:
        with pytest.raises(MismatchError):
            assert_close(actual, expected)
    else:
        assert_close(actual, expected)


@pytest.mark.parametrize("tolerance", ["rtol", "atol"])
def test_one_tolerance_needs_the_other(tolerance):
    with pytest.raises(TypeError):
        assert_close(ONES, ONES, **{tolerance: 0.1})


@pytest.mark.parametrize(
    ("actual", "message"),
    [
        (ONES, "got       Tensor: tensor([[1.0, 1.0, 1.0]"),
        (ONES.numpy()[:1], "shape\ngot       [1, 3]\nexpected  [2, 3]"),
        (ONES.float().numpy(), "dtype\ngot       float32\nexpected  float64"),
        (2 * ONES.numpy(), "got       array([[2.0, 2.0, 2.0], [2.0, 2.0, 2.0]])\nexpected  array("),
    ],
    ids=["tensor", "shape", "dtype", "value"],
)
def test_an_array_that_differs_is_told_as_an_array(actual, message):
    assert_close(ONES.numpy() + 1e-9, ONES.numpy())
    assert_close(ONES.numpy().T, ONES.T.numpy())
    with pytest.raises(AssertionError) as raised:
        assert_close(actual, ONES.numpy())
    assert message in str(raised.value)


@pytest.mark.parametrize("actual", [True, 1.0, 2, (1,)])
def test_equal_means_the_same_type_and_value(actual):
    assert_equal(1, 1)
    with pytest.raises(AssertionError, match=r"expected  (int: )?1"):
        assert_equal(actual, 1)


def test_an_error_must_be_of_the_kind_and_name_what_is_wrong():
    with assert_raises(ValueError, 3, ("size", 5)):
        raise ValueError("size 13 against 3")
    with pytest.raises(AssertionError, match="no error"), assert_raises(ValueError):
        pass
    with pytest.raises(AssertionError, match="KeyError"), assert_raises(ValueError):
        raise KeyError("x")
    with pytest.raises(AssertionError, match="names 3"), assert_raises(ValueError, 3):
        raise ValueError("13 and 3.5")
    with pytest.raises(NotImplementedError), assert_raises(ValueError):
        raise NotImplementedError


def _add(x, model):
    x += 1


def _grad(x, model):
    x.grad = torch.ones_like(x)


def _require(x, model):
    x.requires_grad_()


def _weight(x, model):
    nn.init.ones_(model[0].weight)


def _buffer(x, model):
    model[1].running_mean += 1


def _eval(x, model):
    model[1].eval()


def _freeze(x, model):
    model[0].requires_grad_(False)


def _register(x, model):
    model.register_buffer("seen", torch.zeros(1))


def _draw(x, model):
    torch.rand(1)


@pytest.mark.parametrize(
    ("touch", "message"),
    [
        (_add, "an argument"),
        (_grad, "the gradient of an argument"),
        (_require, "requires_grad of an argument"),
        (_weight, "0.weight"),
        (_buffer, "1.running_mean"),
        (_eval, "1.training"),
        (_freeze, "0.weight.requires_grad"),
        (_register, "nothing new"),
        (_draw, "random numbers were drawn"),
    ],
)
def test_whatever_is_touched_is_told(touch, message):
    x, model = torch.zeros(3), nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
    with assert_untouched(x, model):
        model.parameters()
    with pytest.raises(AssertionError) as raised, assert_untouched(x, model):
        touch(x, model)
    assert message in str(raised.value)


def test_what_nobody_reads_has_values_and_no_words():
    with unread(), pytest.raises(MismatchError) as raised:
        assert_close(ONES + 1, ONES, what="the sum")
    assert str(raised.value) == ""
    assert raised.value.what == "the sum"
    assert_close(raised.value.got, ONES + 1)
    assert raised.value.expected is ONES
    with pytest.raises(MismatchError, match="got "):
        assert_close(ONES + 1, ONES)
