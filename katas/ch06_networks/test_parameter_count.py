"""How many parameters a model has (§6.3.2, §7.2.7): numbers, not tensors, and each once."""

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_equal, assert_untouched
from katas.ch06_networks.parameter_count import count_parameters


@pytest.mark.parametrize(
    ("kind", "frozen", "expected"),
    [
        ("book", [], (40, 40)),
        ("book", ["0.weight", "0.bias"], (40, 14)),
        ("nested", [], (44, 44)),
        ("nested", ["2.1.scale", "1.weight"], (44, 39)),
        ("tied", [], (15, 15)),
        ("tied", ["second.weight"], (15, 6)),
        ("alike", [], (4, 4)),
        ("alike", ["1.bias"], (4, 3)),
        ("a layer in two places", [], (7, 7)),
        ("a layer in two places", ["2.bias"], (7, 5)),
        ("a bare layer", [], (8, 8)),
        ("a bare layer", ["weight", "bias"], (8, 0)),
        ("twelve layers", ["11.weight"], (728, 572)),
        ("empty", [], (0, 0)),
    ],
    ids=str,
)
@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_every_number_counts_once(device, kind, frozen, expected, training):
    """All numbers in parameters, then those that are trained: 40 for 1-13-1; tied ones once."""
    model = _model(kind).to(device=device).train(training)
    for name in frozen:
        model.get_parameter(name).requires_grad_(False)
    with assert_untouched(model):
        counts = count_parameters(model)
    assert_equal(counts, expected, what="in all, trainable")
    types = [type(count).__name__ for count in counts]
    assert_equal(types, ["int", "int"], what="the types")


@pytest.mark.parametrize(("kind", "expected"), [("book", (40, 40)), ("tied", (15, 15))])
def test_a_model_without_memory_is_counted_too(kind, expected):
    """On the meta device parameters have shapes but no numbers, and they count all the same."""
    with torch.device("meta"):
        model = _model(kind)
    assert_equal(count_parameters(model), expected)


class _Scale(nn.Module):
    """A number of its own beside a layer without a bias."""

    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(5, 2, bias=False)
        self.scale = nn.Parameter(torch.tensor(2.0))


def _model(kind):
    """A model, on the CPU; "alike" has parameters that are equal, yet not the same."""
    if kind == "book":
        return nn.Sequential(nn.Linear(1, 13), nn.Tanh(), nn.Linear(13, 1))
    if kind == "nested":
        inner = nn.Sequential(nn.PReLU(), _Scale())
        return nn.Sequential(nn.Conv2d(1, 4, (3, 2), bias=False), nn.BatchNorm2d(4), inner)
    if kind == "tied":
        model = nn.ModuleDict({"first": nn.Linear(3, 3), "second": nn.Linear(3, 3)})
        model["second"].weight = model["first"].weight
        return model
    if kind == "alike":
        model = nn.Sequential(nn.Linear(1, 1), nn.Linear(1, 1))
        for parameter in model.parameters():
            nn.init.zeros_(parameter)
        return model
    if kind == "a layer in two places":
        layer = nn.Linear(2, 2)
        return nn.Sequential(layer, nn.PReLU(), layer)
    if kind == "a bare layer":
        return nn.Linear(3, 2)
    if kind == "twelve layers":
        return nn.Sequential(*(nn.Linear(n, n + 1, bias=False) for n in range(1, 13)))
    return nn.Sequential(nn.Tanh())
