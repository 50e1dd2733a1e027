"""Torch Hub (§2.4): a network handed on in a folder, and taken from there."""

import contextlib
import importlib.util
import socket
from pathlib import Path

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch02_pretrained.torch_hub import load, publish


@pytest.fixture(autouse=True)
def offline(monkeypatch, tmp_path):
    """There is no network here, and torch.hub keeps in ``tmp_path`` what it keeps for later."""

    def unknown_host(*_, **__):
        raise socket.gaierror("there is no network here")

    monkeypatch.setattr(socket, "getaddrinfo", unknown_host)
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"


def test_the_pretrained_network_has_the_weights(folder):
    """What torch.hub loads from the folder with pretrained=True has the weights of publish."""
    weights = _weights()
    _publish(folder, dict(weights))
    _assert_weights(_from_hub(folder, pretrained=True), weights)


@pytest.mark.parametrize("settings", [{}, {"pretrained": False}], ids=["by default", "if told"])
def test_untrained_unless_asked(folder, settings):
    """With pretrained=False, or without it, the network is a new one with weights at random."""
    _publish(folder, _weights())
    first, second = (_from_hub(folder, **settings).weight.tolist() for _ in range(2))
    trained = _weights()["weight"].tolist()
    assert_equal(first == trained, False, what="whether it has the weights of publish")
    assert_equal(first == second, False, what="whether two of them have the same weights")


def test_the_folder_may_move(folder, tmp_path):
    """The weights lie beside hubconf.py, wherever that is, and wherever Python was started."""
    weights = _weights()
    _publish(folder, dict(weights))
    moved = folder.rename(tmp_path / "elsewhere")
    with contextlib.chdir(tmp_path):
        _assert_weights(_from_hub(moved, pretrained=True), weights)


def test_two_folders_keep_apart(tmp_path):
    """Each folder has weights of its own."""
    for n in (1, 2):
        (tmp_path / str(n)).mkdir()
        _publish(tmp_path / str(n), _weights(n))
    for n in (1, 2):
        _assert_weights(_from_hub(tmp_path / str(n), pretrained=True), _weights(n))


def test_the_dependencies_are_declared(folder):
    """hubconf.py has a list of the packages that it needs, by name: torch."""
    _publish(folder, _weights())
    spec = importlib.util.spec_from_file_location("hubconf", folder / "hubconf.py")
    hubconf = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hubconf)
    declared = getattr(hubconf, "dependencies", None)
    assert_equal(declared, ["torch"], what="dependencies, in hubconf.py")


HUBCONF = """
import torch

dependencies = {dependencies}

def classifier(pretrained=False):
    return torch.nn.Linear({n}, 3 if pretrained else 2)
"""


@pytest.mark.parametrize("pretrained", [True, False])
def test_it_loads_from_any_folder(tmp_path, pretrained):
    """load gives what the folder's own entry point returns, called with this pretrained."""
    for n in (5, 6):
        folder = tmp_path / str(n)
        folder.mkdir()
        (folder / "hubconf.py").write_text(HUBCONF.format(n=n, dependencies=["torch"]))
        net = load(folder, pretrained)
        assert_equal(isinstance(net, nn.Linear), True, what="whether a Linear came back")
        assert_equal(
            list(net.weight.shape), [3 if pretrained else 2, n], what="shape of its weight"
        )


def test_a_missing_dependency_is_told(folder):
    """A package that hubconf.py needs, and that is not installed, is torch.hub's RuntimeError."""
    dependencies = ["torch", "no_such_package"]
    (folder / "hubconf.py").write_text(HUBCONF.format(n=5, dependencies=dependencies))
    with assert_raises(RuntimeError, "no_such_package"):
        load(folder, False)


def _publish(folder, weights):
    with contextlib.chdir(folder.parent):  # where a file that belongs elsewhere does no harm
        publish(folder, weights)


def _from_hub(folder, **settings):
    try:
        net = torch.hub.load(str(folder), "classifier", source="local", **settings)
    except FileNotFoundError as missing:
        # The whole path is another one in each run: no diagnosis could compare it.
        sought = Path(missing.filename).parent.name or "the folder where Python was started"
        found, wanted = f"no such file in {sought}", f"a file in {folder.name}"
        assert_equal(found, wanted, what="what the entry point reads")
    assert_equal(isinstance(net, nn.Linear), True, what="whether a Linear came back")
    return net


def _weights(n=1):
    weights = {"weight": torch.arange(8.0).reshape(2, 4) + n, "bias": torch.tensor([-n, 0.5])}
    return {name: tensor / 3 for name, tensor in weights.items()}


def _assert_weights(net, weights):
    __tracebackhide__ = True
    for name, tensor in net.state_dict().items():
        assert_close(tensor, weights[name], what=name, rtol=0, atol=0)
