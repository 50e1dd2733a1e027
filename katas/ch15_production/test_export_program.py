"""A model that runs without its Python (§15.2): for any batch, and in eval mode."""

import functools
import math

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.seeds import seeded
from katas.ch15_production.export_program import export_model, largest_difference


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)
def test_the_batch_is_free(dtype):
    """Exported on 4 samples, the program takes 1 or 100, and gives what the model gives."""
    model = _layer(dtype)
    exported = export_model(model, _batch(4, dtype)).module()
    for n in (4, 1, 2, 100):
        assert_close(exported(_batch(n, dtype)), model(_batch(n, dtype)), what=f"{n} samples")


def test_one_sample_is_an_example_as_well():
    """A batch of one is an example like others: the program takes more than one."""
    model = _layer(torch.float32)
    exported = export_model(model, _batch(1)).module()
    for n in (1, 3, 50):
        assert_close(exported(_batch(n)), model(_batch(n)), what=f"{n} samples")


def test_the_program_is_in_eval_mode():
    """A model in train mode is exported as in eval mode; it and its example stay as they are."""
    model, example = _net(), _batch(4)
    model[1].eval()
    with assert_untouched(model, example):
        exported = export_model(model, example).module()
    x = _batch(5)
    assert_close(exported(x), _net().eval()(x))


class _Branch(nn.Module):
    def forward(self, x):
        return x * 10 if x.max() > 0 else x - 5


class _OneSize(nn.Module):
    def __init__(self, rows):
        super().__init__()
        self.rows = rows

    def forward(self, x):
        return x.reshape(self.rows, 3) + 1


@pytest.mark.parametrize(
    "model",
    [_Branch(), _OneSize(4), _OneSize(8)],
    ids=["a branch", "4 samples alone", "8 samples alone"],
)
def test_what_is_right_for_some_batches_is_no_program(model):
    """A branch on data, or a fixed size, is an exception at once, and the model stays as it is."""
    model.train()
    with assert_untouched(model), assert_raises(Exception):
        export_model(model, _batch(4))


ROWS = [[[1.0, 2.0, 0.5], [-0.5, 3.0, 1.0]], [[9.0, -4.0, 1.0]], [[2.0, 0.0, -1.0]]]


@pytest.mark.parametrize("first", range(3))
def test_the_largest_difference_of_all_batches(first):
    """The largest of all, wherever its batch stands, and whichever of the two gives more."""
    batches = [torch.tensor(rows) for rows in ROWS[first:] + ROWS[:first]]
    for model, other in ((nn.Identity(), nn.ReLU()), (nn.ReLU(), nn.Identity())):
        difference = largest_difference(model, _program_of(type(other)), batches)
        assert_equal(difference, 4.0)


@pytest.mark.parametrize("first", range(3))
def test_nan_is_not_lost(first):
    """Where one of the differences is NaN, no number hides it."""
    rows = [[3.0, 1.0, 2.0]], [[1.0, 2.0, 5.0], [math.nan, 0.0, 1.0]], [[-2.0, 1.0, 0.5]]
    batches = [torch.tensor(it) for it in rows[first:] + rows[:first]]
    difference = largest_difference(nn.Identity(), _program_of(nn.ReLU), batches)
    assert_equal(math.isnan(difference), True, what="whether the difference is NaN")


def test_the_model_is_compared_in_eval_mode():
    """In train mode dropout would differ from the program; the model stays as it is."""
    program = _program_of(_net)
    model, x = _net(), _batch(6)
    model[1].eval()
    with assert_untouched(model, x):
        difference = largest_difference(model, program, [x])
    assert_close(torch.tensor(float(difference)), torch.tensor(0.0))


def _layer(dtype):
    with seeded(1):
        return nn.Linear(3, 2, bias=False, dtype=dtype)


def _net():
    with seeded(1):
        net = nn.Sequential(nn.BatchNorm1d(3), nn.Dropout(0.5))
        net[0].running_mean.normal_()
        net[0].running_var.uniform_(1, 2)
    return net


def _batch(n, dtype=torch.float32):
    generator = torch.Generator().manual_seed(n)
    return torch.randn(n, 3, generator=generator).to(dtype)


@functools.cache
def _program_of(kind):
    """A model made by ``kind``, for batches of any size, [N, 3]."""
    free = ({0: torch.export.Dim.DYNAMIC},)
    return torch.export.export(kind().eval(), (torch.ones(2, 3),), dynamic_shapes=free)
