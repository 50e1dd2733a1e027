"""The names of a wrapped model (§11.3.1): saved and loaded as if it never had been in a wrapper."""

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch11_training.module_prefix import bare_state_dict, load_anyhow

in_any_wrapper = pytest.mark.parametrize("wrapped", [False, True], ids=["bare", "wrapped"])
from_any_wrapper = pytest.mark.parametrize("saved", [False, True], ids=["of bare", "of wrapped"])
# Parts with plain names, one that has a "module" inside, and one that starts with its letters.
PARTS = {
    "plain": lambda: {"fc": nn.Linear(3, 2), "bn": nn.BatchNorm1d(2, affine=False)},
    "inner": lambda: {"fc": nn.Linear(3, 2), "enc": nn.ModuleDict({"module": nn.Linear(2, 2)})},
    "letters": lambda: {"model": nn.Linear(3, 2), "fc": nn.Linear(2, 2)},
}
NAMES = {
    "plain": [
        "bn.num_batches_tracked",
        "bn.running_mean",
        "bn.running_var",
        "fc.bias",
        "fc.weight",
    ],
    "inner": ["enc.module.bias", "enc.module.weight", "fc.bias", "fc.weight"],
    "letters": ["fc.bias", "fc.weight", "model.bias", "model.weight"],
}
each_model = pytest.mark.parametrize("kind", PARTS)


@in_any_wrapper
@each_model
def test_names_are_those_of_the_bare_model(device, wrapped, kind):
    """The names are the same whether the model is wrapped or not; buffers are there, too."""
    found = bare_state_dict(_model(kind, 3.0, device, wrapped))
    assert_equal(sorted(found), NAMES[kind], what="the names")
    for name, it in _model(kind, 3.0, device).state_dict().items():
        assert_close(found[name], it, what=name)


def test_a_bare_model_may_have_a_module(device):
    """A model that calls a part of its own "module" is in no wrapper: all its parts are saved."""
    model = nn.ModuleDict({"module": nn.Linear(2, 1), "head": nn.Linear(1, 1)}).to(device)
    expected = ["head.bias", "head.weight", "module.bias", "module.weight"]
    assert_equal(sorted(bare_state_dict(model)), expected, what="the names")
    model = nn.ModuleDict({"module": nn.Linear(2, 1)}).to(device)
    expected = ["module.bias", "module.weight"]
    assert_equal(sorted(bare_state_dict(model)), expected, what="the names, of one part alone")


@in_any_wrapper
@from_any_wrapper
@each_model
def test_everything_is_loaded(device, wrapped, saved, kind):
    """Afterwards every parameter and buffer has the value of the state, from wherever it is."""
    model, state = _model(kind, 1.0, device, wrapped), _model(kind, 5.0, device, saved).state_dict()
    expected = _model(kind, 5.0, device).state_dict()
    load_anyhow(model, state)
    inner = model.module if wrapped else model
    for name, it in inner.state_dict().items():
        assert_close(it, expected[name], what=f"{name}, afterwards")


@from_any_wrapper
def test_not_every_name_with_module_is_of_a_wrapper(device, saved):
    """A part may be called "module": unless all names begin so, the state is of a bare model."""
    parts = {"module": nn.Linear(2, 1), "head": nn.Linear(2, 1)}
    model = nn.ModuleDict(parts).to(device)
    front = "module." if saved else ""
    names = ["module.weight", "module.bias", "head.weight", "head.bias"]
    state = {front + name: torch.full_like(model.state_dict()[name], 5.0) for name in names}
    load_anyhow(model, state)
    for name, it in model.state_dict().items():
        assert_close(it, torch.full_like(it, 5.0), what=f"{name}, afterwards")


@in_any_wrapper
@from_any_wrapper
@pytest.mark.parametrize("change", ["missing", "unknown"])
def test_what_does_not_fit_is_refused(device, wrapped, saved, change):
    """A name that is missing, or that the model does not know, is a RuntimeError."""
    model, state = (
        _model("plain", 1.0, device, wrapped),
        _model("plain", 5.0, device, saved).state_dict(),
    )
    bias = state.pop("module.fc.bias" if saved else "fc.bias")
    if change == "unknown":
        state["module.fc.offset" if saved else "fc.offset"] = bias
    with assert_raises(RuntimeError):
        load_anyhow(model, state)


@in_any_wrapper
@from_any_wrapper
def test_the_state_stays_as_it_is(device, wrapped, saved):
    """The dict has the names that it had: it may be saved again, or loaded elsewhere."""
    model, state = (
        _model("plain", 1.0, device, wrapped),
        _model("plain", 5.0, device, saved).state_dict(),
    )
    before = list(state)
    load_anyhow(model, state)
    assert_equal(list(state), before, what="the names in the state, afterwards")


def _model(kind, start, device, wrapped=False):
    """A model whose numbers go up from ``start``."""
    model = nn.ModuleDict(PARTS[kind]())
    for it in model.state_dict().values():
        it.copy_((start + torch.arange(it.numel())).reshape(it.shape))
    model.to(device)
    return nn.DataParallel(model) if wrapped else model
