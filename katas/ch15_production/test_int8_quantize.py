"""Weights in int8 (§17.4 of the second edition): a scale for each row, and what comes back."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch15_production.int8_quantize import dequantize, quantize

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])


def test_the_figures_of_the_book(device, dtype):
    """1, -1, .5 and 0 are 127, -127, 64 and 0; the largest comes back whole, not .996 of it."""
    weight = torch.tensor([[1, -1, 0.5, 0]], device=device, dtype=dtype)
    with assert_untouched(weight):
        quantized, scale = quantize(weight)
    assert_close(quantized, _int8([[127, -127, 64, 0]], device), what="the int8")
    assert_close(scale, torch.tensor([[1 / 127]], device=device, dtype=dtype), what="the scale")
    expected = torch.tensor([[1, -1, 64 / 127, 0]], device=device, dtype=dtype)
    assert_close(dequantize(quantized, scale), expected, what="what comes back")


@each_dtype
def test_numbers_are_rounded(device, dtype):
    """To the nearest, a half to the even one: 1.5 and 2.5 are 2, and 2.75 is 3, not cut off."""
    rows = [[0.5, 1.5, 2.5, 2.75, -0.75, 127], [-0.5, -1.5, -2.5, -2.75, 0.75, -127]]
    expected = [[0, 2, 2, 3, -1, 127], [0, -2, -2, -3, 1, -127]]
    quantized, scale = quantize(torch.tensor(rows, device=device, dtype=dtype))
    assert_close(quantized, _int8(expected, device), what="the int8")
    assert_close(scale, torch.ones(2, 1, device=device, dtype=dtype), what="the scale")


@each_dtype
def test_each_row_has_its_own_scale(device, dtype):
    """Rows a million times smaller, or of another sign, keep all their digits beside large ones."""
    row = torch.tensor([127.0, -64, 32, -1], device=device, dtype=dtype)
    factors = torch.tensor([[1], [-1], [2.0**-20], [2.0**12]], device=device, dtype=dtype)
    quantized, scale = quantize(row * factors)
    signs = _int8([[1], [-1], [1], [1]], device)
    assert_close(quantized, row.to(torch.int8) * signs, what="the int8")
    assert_close(scale, factors.abs(), rtol=1e-2, atol=0, what="the scale")
    assert_close(dequantize(quantized, scale), row * factors, rtol=1e-2, atol=0)


def test_a_column_of_negative_numbers(device, dtype):
    """The largest may be negative, and a row may be a single number."""
    weight = torch.tensor([[-3.0], [5.0], [-0.25]], device=device, dtype=dtype)
    quantized, scale = quantize(weight)
    assert_close(quantized, _int8([[-127], [127], [-127]], device), what="the int8")
    assert_close(dequantize(quantized, scale), weight, what="what comes back")


@each_dtype
def test_a_row_of_zeros_stays_so(device, dtype):
    """A row of zeros has the scale 1, and comes back as zeros, not as nan."""
    weight = torch.tensor([[0.0, 0.0], [127.0, 1.0]], device=device, dtype=dtype)
    quantized, scale = quantize(weight)
    assert_close(quantized, _int8([[0, 0], [127, 1]], device), what="the int8")
    assert_close(scale, torch.ones(2, 1, device=device, dtype=dtype), what="the scale")
    assert_close(dequantize(quantized, scale), weight, what="what comes back")


@each_dtype
def test_nothing_is_off_by_more_than_half_a_scale(device, dtype):
    """Of 200 random rows each number comes back within half a scale, or bfloat16's accuracy."""
    generator = torch.Generator().manual_seed(4)
    weight = torch.randn(200, 9, generator=generator, dtype=torch.float64).to(device, dtype)
    quantized, scale = quantize(weight)
    assert_equal(int(quantized.min()), -127, what="the smallest int8")
    assert_equal(int(quantized.max()), 127, what="the largest int8")
    back = dequantize(quantized, scale)
    assert_equal(back.dtype, dtype, what="the dtype of what comes back")
    off = ((back.double() - weight.double()) / scale.double()).abs().max().item()
    limit = 1.3 if dtype == torch.bfloat16 else 0.5001
    assert_equal(off <= limit, True, what=f"whether {off:.2f} scales are at most {limit}")


def _int8(rows, device):
    return torch.tensor(rows, device=device, dtype=torch.int8)
