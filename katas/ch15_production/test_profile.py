"""Counting operators (§17.5 of the second edition): what one call of a model calls, and where."""

from collections import OrderedDict

import pytest
import torch
from torch import nn
from torch.profiler import record_function

from katas._dojo.writing.assertions import assert_equal
from katas.ch15_production.profile import count_by_part, count_calls


@pytest.mark.parametrize("n_blocks", [1, 10])
@pytest.mark.parametrize("warmups", [0, 5])
def test_ten_blocks_are_twenty_linear_calls(device, n_blocks, warmups):
    """Each block has two linear layers and a relu: ten of them make 20 and 10 calls, not more."""
    model = nn.Sequential(*(_Block() for _ in range(n_blocks))).to(device)
    counts = count_calls(model, torch.ones(3, 4, device=device), warmups)
    found = {name: counts.get(name) for name in ("aten::linear", "aten::relu", "aten::sort")}
    assert_equal(found, {"aten::linear": 2 * n_blocks, "aten::relu": n_blocks, "aten::sort": None})


def test_operators_alone_are_counted(device):
    """Labels in the model are no operators, and operators that another one calls are."""
    counts = count_calls(_Block().to(device), torch.ones(3, 4, device=device))
    others = [name for name in counts if not name.startswith("aten::")]
    assert_equal(others, [], what="names of something else")
    assert_equal(counts.get("aten::addmm"), 2, what="calls of addmm, which linear calls")


@pytest.mark.parametrize("warmups", [1, 4])
def test_what_the_first_call_does_is_not_counted(device, warmups):
    """A model that fills a cache when it is called first is counted as it is afterwards."""
    model = _Lazy()
    counts = count_calls(model, torch.ones(3, 4, device=device), warmups)
    assert_equal(counts.get("aten::sort"), None, what="calls of sort, which fills the cache")
    assert_equal(counts.get("aten::mul"), 1, what="calls of mul")
    assert_equal(len(model.modes), warmups + 1, what="calls of the model")


def test_it_warms_up_without_being_asked(device):
    """Unless they are told otherwise there are three warm-ups."""
    model = _Lazy()
    count_calls(model, torch.ones(3, 4, device=device))
    assert_equal(len(model.modes), 4, what="calls of the model")


@pytest.mark.parametrize("training", [True, False])
def test_the_mode_stays_and_there_are_no_gradients(device, training):
    """Every call is without gradients, in the mode of the model, which it keeps."""
    model = _Lazy().train(training)
    count_calls(model, torch.ones(3, 4, device=device, requires_grad=True), 1)
    count_by_part(nn.Sequential(model), torch.ones(3, 4, device=device), "aten::mul")
    assert_equal(model.modes, [(training, False)] * 3, what="training, and whether with gradients")
    assert_equal(model.training, training, what="the mode afterwards")


def test_each_part_has_its_own_count(device):
    """A part's calls are those inside of it, however deep, under whichever labels; or 0."""
    parts = {"in": _Block(), "the block": nn.Tanh(), "deep": nn.Sequential(_Block(), _Block())}
    model = nn.Sequential(OrderedDict(parts)).to(device)
    x = torch.ones(3, 4, device=device)
    assert_equal(count_by_part(model, x, "aten::addmm"), {"in": 2, "the block": 0, "deep": 4})
    assert_equal(count_by_part(model, x, "aten::linear"), {"in": 2, "the block": 0, "deep": 4})
    assert_equal(count_by_part(model, x, "aten::relu"), {"in": 1, "the block": 0, "deep": 2})
    assert_equal(count_by_part(model, x, "aten::tanh"), {"in": 0, "the block": 1, "deep": 0})


def test_a_name_is_a_whole_name(device):
    """A call of addmm is none of add, though the one name begins like the other."""
    model = nn.Sequential(_Block()).to(device)
    counts = count_by_part(model, torch.ones(3, 4, device=device), "aten::add")
    assert_equal(counts, {"0": 0})


def test_a_part_gets_what_the_one_before_gives(device):
    """Parts are called one after the other, once each, as the model itself would do it."""
    lazy = _Lazy()
    model = nn.Sequential(nn.Linear(2, 4), lazy, nn.Linear(4, 3)).to(device)
    counts = count_by_part(model, torch.ones(5, 2, device=device), "aten::linear")
    assert_equal(counts, {"0": 1, "1": 0, "2": 1})
    assert_equal(len(lazy.modes), 1, what="calls of a part")


class _Block(nn.Module):
    """Two linear layers with a relu between them, under a label."""

    def __init__(self):
        super().__init__()
        self.net1, self.net2 = nn.Linear(4, 4), nn.Linear(4, 4)

    def forward(self, x):
        with record_function("the block"):
            return self.net2(torch.relu(self.net1(x)))


class _Lazy(nn.Module):
    """Sorts once, when it is called first."""

    def __init__(self):
        super().__init__()
        self.cache, self.modes = None, []

    def forward(self, x):
        self.modes.append((self.training, torch.is_grad_enabled()))
        if self.cache is None:
            self.cache = x.sort().values
        return x * 2
