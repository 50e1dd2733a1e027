"""Weights of a compiled model (§17.3 of the second edition): one set of names for all."""

import functools
import io

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
from katas.ch15_production.compiled_checkpoint import load_weights, save_weights

NAMES = [
    "body.0.weight",
    "body.0.bias",
    "body.1.weight",
    "body.1.bias",
    "body.1.running_mean",
    "body.1.running_var",
    "body.1.num_batches_tracked",
    "my_orig_mod.weight",
    "my_orig_mod.bias",
]
HOW = ["as it is", "compiled", "a part compiled", "all compiled twice"]
each_way = pytest.mark.parametrize("how", HOW)


@each_way
def test_names_are_those_of_the_model_as_written(device, tmp_path, how):
    """Whatever is compiled, the file has the names and the weights of the model as written."""
    model = _compiled(_net(device, seed=1), how)
    path = str(tmp_path / "weights.pt")
    with assert_untouched(model):
        save_weights(model, path)
    saved = torch.load(path, map_location="cpu")
    assert_equal(list(saved), NAMES, what="the names in the file")
    for name, weight in _net(device, seed=1).state_dict().items():
        assert_close(saved[name], weight.cpu(), what=name)


@each_way
@pytest.mark.parametrize("saved", HOW[2:])
def test_weights_load_whatever_is_compiled(device, tmp_path, saved, how):
    """What one model has saved another one loads, whether either of them is compiled or not."""
    path = str(tmp_path / "weights.pt")
    save_weights(_compiled(_net(device, seed=1), saved), path)
    bare = _net(device, seed=2)
    load_weights(_compiled(bare, how), path)
    _assert_loaded(bare)


@each_way
@pytest.mark.parametrize("saved", HOW[2:])
def test_files_with_other_names_load_as_well(device, tmp_path, saved, how):
    """A file that somebody saved under the names of a compiled model loads, too."""
    path = tmp_path / "weights.pt"
    path.write_bytes(_file_of_a_compiled_model(device, saved))
    bare = _net(device, seed=2)
    load_weights(_compiled(bare, how), str(path))
    _assert_loaded(bare)


@each_way
def test_weights_are_found_by_their_names(device, tmp_path, how):
    """A file in which the weights stand in another order loads, too."""
    path = str(tmp_path / "weights.pt")
    weights = _net(device, seed=1).state_dict()
    torch.save(dict(reversed(weights.items())), path)
    bare = _net(device, seed=2)
    load_weights(_compiled(bare, how), path)
    _assert_loaded(bare)


@each_way
@pytest.mark.parametrize("other", [[], ["body.0.offset"]], ids=["gone", "under another name"])
def test_a_weight_that_is_missing_is_an_error(device, tmp_path, how, other):
    """Where the file lacks a weight of the model, nobody is told that it was loaded."""
    path = str(tmp_path / "weights.pt")
    weights = _net(device, seed=1).state_dict()
    bias = weights.pop("body.0.bias")
    torch.save({**weights, **dict.fromkeys(other, bias)}, path)
    with assert_raises(RuntimeError):
        load_weights(_compiled(_net(device, seed=2), how), path)


@each_way
def test_a_weight_too_many_is_an_error(device, tmp_path, how):
    """Where the file has a weight that the model does not have, neither."""
    path = str(tmp_path / "weights.pt")
    weights = _net(device, seed=1).state_dict()
    torch.save({**weights, "head.weight": torch.ones(2, device=device)}, path)
    with assert_raises(RuntimeError):
        load_weights(_compiled(_net(device, seed=2), how), path)


def _net(device, seed):
    net = nn.Module()
    with seeded(seed):
        net.body = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4))
        net.my_orig_mod = nn.Linear(4, 2)
        net.body[1].running_mean.normal_()
    net.body[1].num_batches_tracked.fill_(seed)
    return net.to(device)


def _compiled(net, how):
    """The same weights; nothing is compiled before it is called."""
    if how == "a part compiled":
        net.body = _compile(net.body)
    if how == "all compiled twice":
        net.body[1] = _compile(net.body[1])
        net.my_orig_mod = _compile(net.my_orig_mod)
    return net if how in HOW[::2] else _compile(net)


@functools.cache
def _file_of_a_compiled_model(device, how):
    file = io.BytesIO()
    torch.save(_compiled(_net(device, seed=1), how).state_dict(), file)
    return file.getvalue()


def _compile(module):
    """By the backend that has least to import: no other is called, either."""
    return torch.compile(module, backend="eager")


def _assert_loaded(model):
    __tracebackhide__ = True
    weights = [*model.parameters(), *model.buffers()]
    for weight, (name, it) in zip(weights, _saved(weights[0].device), strict=True):
        assert_close(weight.detach(), it.detach(), what=name)


@functools.cache
def _saved(device):
    """Parameters and buffers, by name, of the model whose file the others load."""
    net = _net(device, seed=1)
    return [*net.named_parameters(), *net.named_buffers()]
