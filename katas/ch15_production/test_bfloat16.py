"""What bfloat16 keeps (§17.4 of the second edition): half the bytes, and not quite three digits."""

import math

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch15_production.bfloat16 import agree, halve, mean_of

BFLOAT16 = torch.bfloat16


def test_floats_become_bfloat16(device, dtype):
    """Parameters and buffers are rounded to bfloat16: 257 is 256, 3e38 stays large, counts stay."""
    model = _model(device, dtype)
    with assert_untouched(model):
        halved = halve(model)
    wanted = {name: it.to(BFLOAT16) for name, it in model.state_dict().items()}
    for name in ("0.num_batches_tracked", "2.num_batches_tracked"):
        wanted[name] = torch.tensor(257, device=device)
    state = halved.state_dict()
    assert_equal(sorted(state), sorted(wanted), what="the names of the state")
    for name, it in wanted.items():
        assert_close(state[name], it, rtol=0, atol=0, what=name)


def test_the_copy_takes_half_the_memory(device):
    """Floats take half their bytes, and a weight that two layers share is still one."""
    model = nn.Sequential(nn.Linear(64, 64), nn.Linear(64, 64, bias=False)).to(device)
    model[1].weight = model[0].weight
    halved = halve(model)
    assert_equal(sum(it.nbytes for it in halved.parameters()), 2 * (64 * 64 + 64), what="bytes")
    assert_equal(halved[0].weight is halved[1].weight, True, what="whether the weight is shared")


def test_the_copy_is_its_own(device):
    """What is written into the copy does not reach the model, even where that was bfloat16."""
    model = _model(device, BFLOAT16)
    with assert_untouched(model), torch.no_grad():
        for it in [*(halved := halve(model)).parameters(), *halved.buffers()]:
            it.zero_()
        halved.eval()


@pytest.mark.parametrize(
    ("batches", "expected"),
    [
        ([[256.0], [1.0] * 3], 259 / 4),
        ([[256.0] + [1.0] * 255] * 2, 511 / 256),
        ([[1.0]] * 1000, 1.0),
        ([[2.0, 4.0], [9.0], []], 5.0),
        ([[0.5, 128.0, 1.0], [-128.0]], 1.5 / 4),
        ([[257.0]], 256.0),
    ],
    ids=["a large one first", "in one batch", "many ones", "of several sizes", "small", "one"],
)
def test_small_numbers_count_beside_a_large_sum(device, batches, expected):
    """The mean is right to the digits of a float32, however the numbers are cut into batches."""
    tensors = [torch.tensor(batch, device=device, dtype=BFLOAT16) for batch in batches]
    with assert_untouched(*tensors):
        mean = mean_of(tensors)
    expected = torch.tensor(expected, device=device, dtype=torch.float32)
    assert_close(mean, expected, rtol=1e-4, atol=1e-8)


def test_rounding_is_no_difference(device):
    """Numbers of any size that are rounded to bfloat16, or off by one last bit, agree."""
    expected = _numbers(device)
    assert_equal(agree(expected.to(BFLOAT16), expected), True, what="rounded")
    assert_equal(agree((expected * 1.008).to(BFLOAT16), expected), True, what="a last bit more")
    assert_equal(agree((expected * 0.992).to(BFLOAT16), expected), True, what="a last bit less")


@pytest.mark.parametrize("factor", [1.03, 0.97, -1.0, 0.0])
@pytest.mark.parametrize("place", [0, 3, 63])
def test_one_wrong_number_is_a_difference(device, place, factor):
    """One number that is 3% off, be it small or large, does not agree; nor does another sign."""
    expected = _numbers(device)
    output = expected.to(BFLOAT16)
    output.view(-1)[place] = expected.view(-1)[place] * factor
    assert_equal(agree(output, expected), False)


def test_what_is_expected_sets_the_measure(device):
    """The tolerance goes by the expected number: 0 agrees with 9e-6, and 2e-5 does not."""
    expected = torch.tensor([0.0, 1.0], device=device)
    close = torch.tensor([9e-6, 1.0], device=device, dtype=BFLOAT16)
    far = torch.tensor([2e-5, 1.0], device=device, dtype=BFLOAT16)
    assert_equal((agree(close, expected), agree(far, expected)), (True, False))
    one = torch.ones(2, device=device, dtype=BFLOAT16)
    expected = torch.tensor([1.0162, 1.0], device=device)
    assert_equal(
        agree(one, expected), True, what="1 for 1.0162, of which 0.016 is more than enough"
    )
    expected = torch.tensor([0.9841, 1.0], device=device)
    assert_equal(agree(one, expected), False, what="1 for 0.9841, of which 0.016 is too little")


def test_other_shapes_and_nan_do_not_agree(device):
    """A row does not agree with two rows of the same, and nan not even with nan."""
    row = torch.tensor([1.0, 2.0], device=device)
    assert_equal(agree(row.to(BFLOAT16), row.expand(2, 2)), False, what="another shape")
    assert_equal(agree(row.expand(2, 2).to(BFLOAT16), row), False, what="another shape")
    nan = torch.tensor([1.0, math.nan], device=device)
    assert_equal(agree(nan.to(BFLOAT16), row), False, what="nan for 2")
    assert_equal(agree(nan.to(BFLOAT16), nan), False, what="nan for nan")


def _model(device, dtype):
    model = nn.Sequential(nn.BatchNorm1d(2), nn.Linear(2, 1), nn.BatchNorm1d(1)).to(device, dtype)
    for norm in (model[0], model[2]):
        norm.num_batches_tracked.fill_(257)
    model[0].running_mean.copy_(torch.tensor([257.0, 1.0009765625]))
    model[1].weight.data.copy_(torch.tensor([[3e38, -0.1]]))
    model[1].bias.requires_grad_(False)
    return model


def _numbers(device):
    """[8, 8] from a thousandth to thousands, of both signs, none of them a bfloat16."""
    signs = torch.tensor([1.0, -1.0], device=device).repeat(4)
    return torch.logspace(-3, 4, 64, device=device).reshape(8, 8) * signs
