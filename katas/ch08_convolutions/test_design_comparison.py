"""Comparing designs (§8.5.4): trained alike from several seeds, judged by validation."""

import statistics

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch08_convolutions.design_comparison import compare

several_seeds = pytest.mark.parametrize("seeds", [(3, 8), (0, 7, 2, 5)])


@several_seeds
def test_each_design_has_a_mean_and_a_spread(device, dtype, seeds):
    """Of the accuracies of all seeds there is the mean, then the standard deviation, as floats."""
    lab = _Lab(device, dtype)
    expected = {name: lab.mean_and_spread(name, seeds) for name in lab.designs}
    _assert_results(compare(lab.designs, lab.train, lab.validate, seeds), expected)


@several_seeds
def test_only_validation_accuracy_counts(device, dtype, seeds):
    """Nets that do equally well in validation are equal, whatever they know of training images."""
    lab = _Lab(device, dtype)

    def validate(net):
        return {"train": lab.validate(net)["train"], "val": 0.75}

    expected = dict.fromkeys(lab.designs, (0.75, 0.0))
    _assert_results(compare(lab.designs, lab.train, validate, seeds), expected)


@several_seeds
def test_each_seed_has_a_net_of_its_own(device, dtype, seeds):
    """For each design and each seed a net is built, trained once, then validated once."""
    lab = _Lab(device, dtype)
    compare(lab.designs, lab.train, lab.validate, seeds)
    expected = sorted(f"built ({seed}), trained ({seed}), validated" for seed in seeds)
    for name in reversed(lab.designs):  # the first shows the fewest mistakes
        what = f"what became of each net of {name}, with which seed"
        assert_equal(lab.record(name), expected, what=what)


@pytest.mark.parametrize(
    "names", [("deep", "wide", "plain"), ("wide", "plain"), ("deep",)], ids=" and ".join
)
def test_a_design_is_judged_alike_in_any_company(device, dtype, names):
    """What comes of a design depends neither on the others nor on their order."""
    lab, seeds = _Lab(device, dtype), (4, 9, 6)
    expected = {name: lab.mean_and_spread(name, seeds) for name in names}
    designs = {name: lab.designs[name] for name in names}
    _assert_results(compare(designs, lab.train, lab.validate, seeds), expected)


def test_a_difference_may_be_more_than_luck(device, dtype):
    """Where no line parts two classes, a net that bends is better by more than both spreads."""
    data = {name: _two_crossed_classes(n, device, dtype) for n, name in enumerate(("train", "val"))}

    def train(net, seed):
        points, labels = data["train"]
        for _ in range(10):
            parameters = list(net.parameters())
            gradients = torch.autograd.grad(cross_entropy(net(points), labels), parameters)
            with torch.no_grad():
                for parameter, gradient in zip(parameters, gradients, strict=True):
                    parameter -= 2 * gradient

    def validate(net):
        with torch.no_grad():
            return {
                name: (net(points).argmax(dim=1) == labels).double().mean().item()
                for name, (points, labels) in data.items()
            }

    def line(seed):
        return _drawn(nn.Linear(2, 2), seed, device, dtype)

    def bends(seed):
        net = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 2))
        return _drawn(net, seed, device, dtype)

    results = compare({"line": line, "bends": bends}, train, validate, (1, 2, 3))
    means, spreads = zip(results["line"], results["bends"], strict=True)
    larger = means[1] - means[0] > sum(spreads)
    assert_equal(larger, True, what="whether the difference is larger than both spreads together")


class _Lab:
    """Training adds random numbers to a net's weights, which its accuracies are made of."""

    def __init__(self, device, dtype):
        self.device, self.dtype = device, dtype
        self.designs = {"plain": self.plain, "wide": self.wide, "deep": self.deep}
        self.nets = []  # each with what has become of it

    def plain(self, seed):
        return self._built("plain", seed, nn.Linear(3, 2))

    def wide(self, seed):
        return self._built("wide", seed, nn.Linear(9, 2))

    def deep(self, seed):
        return self._built("deep", seed, nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 2)))

    def train(self, net, seed):
        self._note(net, f"trained ({seed})")
        with torch.no_grad():
            for parameter in net.parameters():
                parameter += _normal(parameter.shape, seed + 100).to(parameter)

    def validate(self, net):
        self._note(net, "validated")
        shares = [parameter.sigmoid().mean().item() for parameter in net.parameters()]
        return {"train": shares[0], "val": statistics.mean(shares)}

    def mean_and_spread(self, name, seeds):
        """The oracle."""
        accuracies = []
        for seed in seeds:
            net = self.designs[name](seed)
            self.train(net, seed)
            accuracies.append(self.validate(net)["val"])
        return statistics.mean(accuracies), statistics.stdev(accuracies)

    def record(self, name):
        return sorted(", ".join(events) for net, events in self.nets if net.name == name)

    def _built(self, name, seed, net):
        net.name = name
        self._note(net, f"built ({seed})")
        return _drawn(net, seed, self.device, self.dtype)

    def _note(self, net, event):
        for known, events in self.nets:
            if known is net:
                events.append(event)
                return
        self.nets.append((net, [event]))


def _drawn(net, seed, device, dtype):
    for parameter in net.parameters():
        parameter.data = _normal(parameter.shape, seed)
    return net.to(device=device, dtype=dtype)


def _two_crossed_classes(seed, device, dtype):
    """Points around the corners of a square: those of one diagonal against those of the other."""
    corners = torch.tensor([[-1.0, -1.0], [1.0, 1.0], [-1.0, 1.0], [1.0, -1.0]]).repeat(15, 1)
    points = corners + 0.3 * _normal(corners.shape, seed)
    labels = torch.tensor([0, 0, 1, 1]).repeat(15)
    return points.to(device=device, dtype=dtype), labels.to(device)


def _normal(shape, seed):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def _assert_results(results, expected):
    __tracebackhide__ = True
    assert_equal(type(results).__name__, "dict", what="the type of what came back")
    assert_equal(sorted(results), sorted(expected), what="the designs")
    for name, wanted in expected.items():
        assert_equal(type(results[name]).__name__, "tuple", what=f"the type of what {name} has")
        types = [type(it).__name__ for it in results[name]]
        assert_equal(types, ["float", "float"], what=f"the types of its parts, for {name}")
        got, wanted = (torch.tensor(it, dtype=torch.float64) for it in (results[name], wanted))
        what = f"the mean and the spread of {name}"
        assert_close(got, wanted, rtol=1e-5, atol=1e-6, what=what)
