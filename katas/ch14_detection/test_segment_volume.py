"""The mask of a whole scan (§14.3.1): slices put where they belong."""

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch14_detection.segment_volume import segment_volume

SHAPE = (7, 3, 4)


class _Middle(nn.Module):
    """Says of each voxel what stands in the middle one of three channels."""

    def __init__(self):
        super().__init__()
        self.gradients = []

    def forward(self, x):
        self.gradients.append(torch.is_grad_enabled())
        return x[:, 1:2]


@pytest.mark.parametrize(
    "order",
    [[[0, 1, 2], [3, 4, 5], [6]], [[6, 2, 0], [5], [1, 4, 3]], [[3], [4, 0, 6, 1], [5, 2]]],
    ids=["in order", "shuffled", "uneven"],
)
def test_each_slice_goes_to_its_number(device, dtype, order):
    """A slice stands in the mask at its own number, whatever comes before it and with it."""
    scan = _scan(dtype, device)
    _assert_mask(segment_volume(_Middle(), _batches(scan, order), SHAPE), scan > 0.5)


def test_one_half_is_not_above_one_half(device, dtype):
    """A voxel of probability 0.5 is not in the mask; the least bit more, and it is."""
    scan = torch.full(SHAPE, 0.5, device=device, dtype=dtype)
    scan[2] += 1e-6
    scan[5] -= 1e-6
    _assert_mask(segment_volume(_Middle(), _batches(scan, [[2, 5], [0, 1, 3]]), SHAPE), scan > 0.5)


@pytest.mark.parametrize("order", [[[4, 1]], [[5], [2]], []], ids=["two", "one by one", "none"])
def test_a_slice_without_a_batch_is_false(device, order):
    """Where the model has not looked there is no nodule: False, in the shape of the scan."""
    scan = _scan(torch.float32, device)
    expected = torch.zeros(SHAPE, dtype=torch.bool, device=device)
    for slices in order:
        expected[slices] = scan[slices] > 0.5
    _assert_mask(segment_volume(_Middle(), _batches(scan, order), SHAPE), expected)


@pytest.mark.parametrize("training", [True, False], ids=["from train mode", "from eval mode"])
def test_the_model_works_in_eval_mode(device, training):
    """Batch norm and dropout are as in use, in every part of the model, however it comes."""
    model = nn.Sequential(nn.BatchNorm2d(3), nn.Dropout(0.5), _Middle()).to(device)
    model[0].running_mean.copy_(torch.tensor([0.3, -0.2, 0.1]))
    scan = _scan(torch.float32, device)
    expected = (scan + 0.2) / (1 + 1e-5) ** 0.5 > 0.5
    model.train(training)
    _assert_mask(
        segment_volume(model, _batches(scan, [[1, 2, 3], [0, 5], [6, 4]]), SHAPE), expected
    )
    _assert_close_to(model[0].running_mean, [0.3, -0.2, 0.1])


def test_no_gradients_are_kept(device):
    """A whole scan is many slices: nothing is remembered for a backward that never comes."""
    model, scan = _Middle(), _scan(torch.float32, device)
    segment_volume(model, _batches(scan, [[0, 1], [2, 3]]), SHAPE)
    assert_equal(set(model.gradients), {False}, what="whether gradients are on as the model works")


def _scan(dtype, device):
    """Probabilities, in which no two slices are alike."""
    generator = torch.Generator().manual_seed(0)
    return torch.rand(SHAPE, generator=generator, dtype=torch.float64).to(device, dtype)


def _batches(scan, order):
    """The scan in the middle of three channels, slices in this order; only once."""
    for slices in order:
        middle = scan[slices]
        yield torch.stack([1 - middle, middle, middle.flip(-1)], dim=1), slices


def _assert_mask(actual, expected):
    __tracebackhide__ = True
    assert_close(actual, expected.cpu().numpy())


def _assert_close_to(actual, expected):
    __tracebackhide__ = True
    wanted = torch.tensor(expected, device=actual.device, dtype=actual.dtype)
    assert_close(actual, wanted, what="the running mean")
