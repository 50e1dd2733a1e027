"""How large a network should be (§5.5.3, §6.3.3): chosen by validation, tested once."""

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
from katas.ch06_networks.capacity import build_net, choose_net


@pytest.mark.parametrize("n_hidden", [1, 13, 20])
def test_the_net_is_that_of_the_book(n_hidden):
    """A Linear from 1 to n_hidden, a Tanh, a Linear from n_hidden to 1: 3 n_hidden + 1 numbers."""
    net = build_net(n_hidden)
    assert_equal(isinstance(net, nn.Sequential), True, what="whether it is an nn.Sequential")
    kinds = [type(layer).__name__ for layer in net]
    assert_equal(kinds, ["Linear", "Tanh", "Linear"], what="the layers")
    shapes = [[n_hidden, 1], [n_hidden], [1, n_hidden], [1]]
    assert_equal(_shapes(net), shapes, what="the shapes of the parameters")
    trained = [p.requires_grad for p in net.parameters()]
    assert_equal(trained, [True] * 4, what="which of them can be trained")


@pytest.mark.parametrize("n_samples", [1, 5])
def test_the_net_bends_a_line(device, dtype, n_samples):
    """The output is w2 @ tanh(w1 * x + b1) + b2, and so are its gradients."""
    net = build_net(4).to(device, dtype)
    shapes = [[4, 1], [4], [1, 4], [1]]
    assert_equal(_shapes(net), shapes, what="the shapes of the parameters")
    x = torch.linspace(-2, 3, n_samples, device=device, dtype=dtype)[:, None]
    w1, b1, w2, b2 = parameters = list(net.parameters())
    expected = sum(w2[0, i] * torch.tanh(w1[i, 0] * x + b1[i]) for i in range(4)) + b2
    upstream = torch.arange(1, n_samples + 1, device=device, dtype=dtype)[:, None]
    expected_gradients = torch.autograd.grad(expected, parameters, upstream)
    with assert_untouched(net, x):
        output = net(x)
    assert_close(output, expected, what="the output of the net")
    gradients = torch.autograd.grad(output, parameters, upstream)
    names = ["w1", "b1", "w2", "b2"]
    for name, got, wanted in zip(names, gradients, expected_gradients, strict=True):
        assert_close(got, wanted, what=f"the gradient of {name}")


def test_every_net_is_a_new_one():
    """Weights are drawn anew for each net: only the same seed gives the same numbers again."""
    torch.manual_seed(3)
    expected = _numbers(nn.Sequential(nn.Linear(1, 5), nn.Tanh(), nn.Linear(5, 1)))
    torch.manual_seed(3)
    first, second = _numbers(build_net(5)), _numbers(build_net(5))
    assert_equal(int((first == second).sum()), 0, what="how many numbers of two nets agree")
    assert_close(first, expected, what="the weights of the first net, for its seed")


# For each width its training loss, its validation loss, its test loss.  Wider nets fit better.
LOSSES = {
    "in between": {1: (9.0, 9.5, 9.1), 4: (5.0, 5.5, 5.9), 13: (3.0, 4.0, 6.0), 50: (1.0, 8.0, 5)},
    "the narrowest": {2: (3.0, 3.1, 7.0), 8: (2.0, 3.5, 6.0), 32: (1.0, 3.3, 5.0)},
    "the widest": {2: (3.0, 3.9, 1.0), 8: (2.0, 3.8, 2.0), 32: (1.0, 3.7, 3.0)},
    "after a rise": {1: (9.0, 6.0, 1.0), 2: (8.0, 7.0, 2.0), 3: (7.0, 5.0, 3.0), 4: (6.0, 5.5, 4)},
    "only one": {13: (3.0, 4.0, 6.0)},
    "at zero": {1: (9.0, 2.0, 1.0), 2: (5.0, 0.0, 2.0), 3: (2.0, 1.0, 3.0)},
    "below zero": {1: (9.0, -2.0, 1.0), 2: (5.0, -7.0, 2.0), 3: (2.0, -1.0, 3.0)},
}
BEST = {"in between": 13, "the narrowest": 2, "the widest": 32, "after a rise": 3, "only one": 13}
BEST |= {"at zero": 2, "below zero": 2}


@pytest.mark.parametrize("best", BEST)
def test_the_lowest_validation_loss_is_chosen(best):
    """Neither the training loss nor the test loss chooses the net: the validation loss does."""
    trial = _Trial(LOSSES[best])
    assert_equal(trial.choose(), BEST[best], what="the width that was chosen")


@pytest.mark.parametrize("order", [(1, 4, 13, 50), (50, 13, 4, 1), (13, 50, 1, 4)])
def test_of_equal_nets_the_narrowest_is_chosen(order):
    """Equal validation losses go to the narrowest, whatever the order of widths."""
    losses = {1: (9.0, 7.0, 4.0), 4: (5.0, 2.5, 3.0), 13: (3.0, 2.5, 2.0), 50: (1.0, 2.5, 1.0)}
    trial = _Trial({width: losses[width] for width in order})
    assert_equal(trial.choose(), 4, what="the width that was chosen")


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("diverged", [1, 4, 13])
def test_a_net_that_diverged_is_never_chosen(bad, diverged):
    """A validation loss of NaN, inf or -inf does not win, wherever it comes among the others."""
    losses = {1: (9.0, 7.0, 4.0), 4: (5.0, 6.0, 3.0), 13: (3.0, 6.5, 2.0)}
    losses[diverged] = (0.1, bad, 0.1)
    trial = _Trial(losses)
    assert_equal(trial.choose(), 13 if diverged == 4 else 4, what="the width that was chosen")


@pytest.mark.parametrize(
    "losses",
    [
        {},
        {4: (5.0, math.nan, 3.0)},
        {4: (5.0, math.inf, 3.0), 13: (3.0, math.nan, 2.0)},
        {4: (5.0, -math.inf, 3.0)},
    ],
    ids=["no widths", "NaN", "none finite", "-inf"],
)
def test_nothing_to_choose_is_an_error(losses):
    """Where no validation loss is finite, there is a ValueError, and the test data stay unseen."""
    trial = _Trial(losses)
    with assert_raises(ValueError):
        trial.choose()
    assert_equal(trial.tested, [], what="the widths that were tested")


def test_each_width_is_trained_once_from_its_own_start():
    """Every width gets a net that no training has touched, once, in one pass through widths."""
    trial = _Trial(LOSSES["after a rise"])
    trial.choose(iter([4, 2, 1, 3]))
    assert_equal(sorted(trial.trained), [1, 2, 3, 4], what="the widths that were trained")
    assert_equal(trial.touched, [], what="the widths whose net had been trained before")


def test_the_test_data_are_looked_at_once():
    """The test is run for the chosen net alone, after all training; its loss comes back."""
    trial = _Trial(LOSSES["in between"])
    trial.choose()
    assert_equal(trial.tested, [13], what="the widths that were tested")
    assert_equal(trial.n_trained_before_test, 4, what="the nets trained before the test")
    assert_equal(trial.test_loss, 6.0, what="the test loss that came back")


class _Trial:
    """Stands in for training: says the losses that were set, and keeps a record."""

    def __init__(self, losses):
        self.losses = losses
        self.nets, self.modes = {}, {}
        self.trained, self.touched, self.tested = [], [], []
        self.n_trained_before_test = None
        self.test_loss = None

    def choose(self, widths=None):
        """The width of the net that ``choose_net`` returns, which must be one that was trained."""
        __tracebackhide__ = True
        widths = list(self.losses) if widths is None else widths
        net, self.test_loss = choose_net(widths, self.train_and_validate, self.test)
        chosen = [width for width, trained in self.nets.items() if trained is net]
        assert_equal(len(chosen), 1, what="how many of the trained nets are the one returned")
        as_trained = bool((_numbers(net) == 7).all())
        assert_equal(as_trained, True, what="whether the net is as training left it")
        assert_equal(net.training, self.modes[chosen[0]], what="training, of the net returned")
        return chosen[0]

    def train_and_validate(self, net):
        width = net[0].out_features
        if (_numbers(net) == 7).any():
            self.touched.append(width)
        with torch.no_grad():
            for p in net.parameters():
                p.fill_(7)
        net.train(len(self.trained) % 2 == 0)  # either mode may be the one that is left
        self.nets[width], self.modes[width] = net, net.training
        self.trained.append(width)
        training_loss, validation_loss, _ = self.losses[width]
        return training_loss, validation_loss

    def test(self, net):
        if not isinstance(net, nn.Module):
            self.tested.append("no net at all")
            return math.nan
        width = net[0].out_features
        known = net is self.nets.get(width)
        self.tested.append(width if known else f"another net of width {width}")
        self.n_trained_before_test = len(self.trained)
        return self.losses[width][2]


def _shapes(net):
    return [list(p.shape) for p in net.parameters()]


def _numbers(net):
    return torch.cat([p.detach().flatten() for p in net.parameters()])
