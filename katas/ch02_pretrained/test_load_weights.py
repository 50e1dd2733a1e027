"""Pretrained weights (§2.2.3): code from here, numbers from a file, and nothing else from there."""

from pickle import UnpicklingError

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch02_pretrained.load_weights import load_weights


def test_the_weights_are_those_of_the_file(tmp_path, device, dtype):
    """Parameters and running statistics are what they were when they were saved."""
    trained = _net(device, dtype)
    expected = _saved(trained.state_dict(), tmp_path / "net.pt")
    net = load_weights(lambda: _net(device, dtype), tmp_path / "net.pt")
    _assert_net(net, expected)


def test_the_network_is_ready_to_be_used(tmp_path, device, dtype):
    """Every part of it is in eval mode, so that it answers as the trained one does when in use."""
    trained = _net(device, dtype).eval()
    _saved(trained.state_dict(), tmp_path / "net.pt")
    net = load_weights(lambda: _net(device, dtype), tmp_path / "net.pt")
    modes = {name or "the network": module.training for name, module in net.named_modules()}
    assert_equal(modes, dict.fromkeys(modes, False), what="training, by module")
    x = torch.linspace(-1, 2, 6, device=device, dtype=dtype).reshape(3, 2)
    assert_close(net(x), trained(x))


def test_each_call_gives_a_network_of_its_own(tmp_path, device, dtype):
    """Two networks of one file can go different ways: what one learns, the other does not."""
    expected = _saved(_net(device, dtype).state_dict(), tmp_path / "net.pt")

    def build():
        return _net(device, dtype)

    one, other = (load_weights(build, tmp_path / "net.pt") for _ in range(2))
    with torch.no_grad():
        for parameter in one.parameters():
            parameter += 1
    _assert_net(other, expected)
    _assert_net(load_weights(build, tmp_path / "net.pt"), expected)


@pytest.mark.parametrize("what", ["missing", "unknown", "renamed", "of another shape"])
@pytest.mark.parametrize("name", ["0.weight", "1.running_mean"])
def test_a_file_of_another_network_is_an_error(tmp_path, device, what, name):
    """An entry that is missing, unknown or of another shape is a RuntimeError, not passed over."""
    weights = _net(device, torch.float32).state_dict()
    tensor = weights[name]
    match what:
        case "missing":
            del weights[name]
        case "unknown":
            weights["5.weight"] = tensor
        case "renamed":
            weights[f"module.{name}"] = weights.pop(name)
        case "of another shape":
            weights[name] = torch.cat([tensor, tensor])
    _saved(weights, tmp_path / "net.pt")
    with assert_raises(RuntimeError):
        load_weights(lambda: _net(device, torch.float32), tmp_path / "net.pt")


class _Trojan:
    """Right weights, for whoever lets the code run that makes them."""

    def __init__(self, weights, trace):
        self.weights = {name: tensor.tolist() for name, tensor in weights.items()}
        self.trace = str(trace)

    def __reduce__(self):
        tensors = f"{{name: torch.tensor(it) for name, it in {self.weights}.items()}}"
        code = f"(lambda torch, path: path({self.trace!r}).mkdir() or {tensors})"
        return eval, (f"{code}(__import__('torch'), __import__('pathlib').Path)",)


def test_code_in_the_file_does_not_run(tmp_path, device):
    """A file that holds code is an UnpicklingError, and its code has left no trace."""
    trace = tmp_path / "the code was here"
    weights = _net(device, torch.float32).state_dict()
    torch.save(_Trojan(weights, trace), tmp_path / "net.pt")
    try:
        with assert_raises(UnpicklingError):
            load_weights(lambda: _net(device, torch.float32), tmp_path / "net.pt")
    finally:
        assert_equal(trace.exists(), False, what="whether the code in the file ran")


def test_a_pickled_network_is_refused(tmp_path, device):
    """A file that holds a whole network brings its code along: UnpicklingError."""
    torch.save(_net(device, torch.float32), tmp_path / "net.pt")
    with assert_raises(UnpicklingError):
        load_weights(lambda: _net(device, torch.float32), tmp_path / "net.pt")


def _net(device, dtype):
    """A network with other numbers each time."""
    net = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Dropout(0.5), nn.Linear(3, 1))
    net[1].running_mean.normal_()
    net[1].running_var.uniform_(0.5, 2)
    return net.to(device=device, dtype=dtype)


def _saved(weights, path):
    torch.save(weights, path)
    return {name: tensor.clone() for name, tensor in weights.items()}


def _assert_net(net, expected):
    __tracebackhide__ = True
    assert_equal(type(net).__name__, "Sequential", what="the type of what came back")
    for name, tensor in net.state_dict().items():
        assert_close(tensor, expected[name], what=name, rtol=0, atol=0)
