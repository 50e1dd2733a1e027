"""Wrong answers to ch02_pretrained/torch_hub, as people write them."""

import importlib
import sys

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("publish")
def a_path_written_in(folder, weights):
    """The file is found only where it was written.

    Known: the_path_of_that_day.
    """
    file = (folder / "classifier.pth").absolute()
    torch.save(weights, file)
    code = f"""
import torch
from torch import nn
dependencies = ["torch"]

def classifier(pretrained=False):
    model = nn.Linear(4, 2)
    if pretrained:
        model.load_state_dict(torch.load({str(file)!r}))
    return model
"""
    (folder / "hubconf.py").write_text(code)


@instead_of("publish")
def from_the_web(folder, weights):
    """The weights come from a server, and torch is not declared.

    Known: weights_from_the_network, dependencies_undeclared.
    """
    torch.save(weights, folder / "classifier.pth")
    code = """
import torch

URL = "https://download.example.com/classifier.pth"

def classifier(pretrained=False):
    model = torch.nn.Linear(4, 2)
    if pretrained:
        model.load_state_dict(torch.hub.load_state_dict_from_url(URL, progress=False))
    return model
"""
    (folder / "hubconf.py").write_text(code)


@instead_of("publish")
def trained_from_the_start(folder, weights):
    """The weights are loaded unless pretrained=False.

    Known: pretrained_by_default.
    """
    torch.save(weights, folder / "w.pt")
    (folder / "hubconf.py").write_text(
        "import os, torch\n"
        "dependencies = ['torch']\n"
        "def classifier(pretrained=True):\n"
        "    net = torch.nn.Linear(4, 2)\n"
        "    here = os.path.dirname(__file__)\n"
        "    if pretrained:\n"
        "        net.load_state_dict(torch.load(os.path.join(here, 'w.pt')))\n"
        "    return net\n"
    )


@instead_of("load")
def a_plain_import(folder, pretrained):
    """Python keeps the first hubconf, and nobody checks dependencies.

    Known: the_first_hubconf_for_all.
    """
    sys.path.insert(0, str(folder))
    try:
        hubconf = importlib.import_module("hubconf")
    finally:
        sys.path.remove(str(folder))
    return hubconf.classifier(pretrained=pretrained)


@instead_of("load")
def from_github(folder, pretrained):
    """The folder is taken for a repository on GitHub.

    Known: taken_for_a_repository.
    """
    return torch.hub.load(str(folder), "classifier", pretrained=pretrained)


@instead_of("load")
def the_path_as_it_is(folder, pretrained):
    """A repository is looked for, whose name is no path.

    Known: a_path_for_a_repository.
    """
    return torch.hub.load(folder, "classifier", pretrained=pretrained)


@instead_of("publish")
def undeclared_and_on_that_day(folder, weights):
    """No dependencies are declared, and the place of the weights is written down.

    Known: dependencies_undeclared, the_path_of_that_day.
    """
    torch.save(weights, folder / "weights.pt")
    (folder / "hubconf.py").write_text(f"""
import torch
from torch import nn


def classifier(pretrained=False):
    net = nn.Linear(4, 2)
    if pretrained:
        net.load_state_dict(torch.load("{folder}/weights.pt"))
    return net
""")
