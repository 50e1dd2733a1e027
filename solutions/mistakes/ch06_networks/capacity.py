"""Known wrong answers to ch06_networks/capacity."""

import functools
import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks.capacity import build_net, choose_net


@instead_of("build_net")
def no_activation(n_hidden):
    """You left the activation out. Two linear layers in a row are one linear layer, so no width
    can bend the line: put a Tanh between them."""
    return nn.Sequential(nn.Linear(1, n_hidden), nn.Linear(n_hidden, 1))


@instead_of("build_net")
def an_activation_at_the_end(n_hidden):
    """You put an activation after the last layer. Tanh ends at 1, and temperatures do not: the
    output of a regression stays linear."""
    return nn.Sequential(*build_net(n_hidden), nn.Tanh())


class _LayersInAList(nn.Sequential):
    def __init__(self, n_hidden):
        super().__init__()
        self.layers = list(build_net(n_hidden))

    def __iter__(self):
        return iter(self.layers)

    def __getitem__(self, index):
        return self.layers[index]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


@instead_of("build_net")
def layers_in_a_list(n_hidden):
    """You keep the layers in a plain Python list. The net computes, but parameters() does not find
    them, so nothing is trained: hand them to nn.Sequential."""
    return _LayersInAList(n_hidden)


@instead_of("build_net")
def equal_weights(n_hidden):
    """You set all weights to one number. All hidden units then compute the same and learn the
    same, for ever, however many there are: let nn.Linear draw them."""
    net = build_net(n_hidden)
    for p in net.parameters():
        nn.init.constant_(p, 0.1)
    return net


@instead_of("build_net")
def seeded_inside(n_hidden):
    """You set a seed inside the function. Every net then starts from the same numbers, and so does
    whatever the caller draws next: only the caller seeds."""
    torch.manual_seed(0)
    return build_net(n_hidden)


_first_net = functools.cache(build_net)


@instead_of("build_net")
def one_net_for_each_width(n_hidden):
    """You keep a net for each width and return it again. It comes back trained: build a new one at
    every call."""
    return _first_net(n_hidden)


@instead_of("choose_net")
def chosen_by_training_loss(widths, train_and_validate, test):
    """You chose by the training loss, the first of the two. It always prefers the widest net,
    which may know its data by heart: compare the second."""
    return choose_net(widths, lambda net: train_and_validate(net)[::-1], test)


@instead_of("choose_net")
def chosen_by_test_loss(widths, train_and_validate, test):
    """You tested every net and chose by that. What the test data have chosen they cannot judge any
    more: choose by validation, test once, at the end."""
    trials = [(build_net(width), width) for width in widths]
    losses = [(train_and_validate(net), test(net), width, net) for net, width in trials]
    finite = [trial for trial in losses if math.isfinite(trial[0][1])]
    if not finite:
        raise ValueError("no finite loss")
    _, test_loss, _, net = min(finite, key=lambda trial: trial[1:3])
    return net, test_loss


@instead_of("choose_net")
def tested_along_the_way(widths, train_and_validate, test):
    """You tested each net that was the best so far. The choice is right, but the test data have
    been looked at again and again: test the winner, once all are trained."""
    best = None
    for width in sorted(widths):
        net = build_net(width)
        loss = train_and_validate(net)[1]
        if math.isfinite(loss) and (best is None or loss < best[0]):
            best = loss, net, test(net)
    if best is None:
        raise ValueError("no finite loss")
    return best[1:]


@instead_of("choose_net")
def the_validation_loss_returned(widths, train_and_validate, test):
    """You returned the validation loss of the winner. It is the best of many and so too good:
    return what the test says."""
    losses = {}

    def remember(net):
        training_loss, losses[net] = train_and_validate(net)
        return training_loss, losses[net]

    net, _ = choose_net(widths, remember, test)
    return net, losses[net]


@instead_of("choose_net")
def the_first_of_equals(widths, train_and_validate, test):
    """You kept whichever of equal nets came first. Of equal losses the narrowest net is the better
    choice: sort the widths, or compare them too."""
    trials = [_trial(width, train_and_validate) for width in widths]
    return _winner(trials, test, key=lambda trial: trial[0])


@instead_of("choose_net")
def the_widest_of_equals(widths, train_and_validate, test):
    """You let a wider net win with a loss that is only equal. Take <, not <=: more units that gain
    nothing are not worth having."""
    trials = [_trial(width, train_and_validate) for width in widths]
    return _winner(trials, test, key=lambda trial: (trial[0], -trial[1]))


@instead_of("choose_net")
def nan_may_win(widths, train_and_validate, test):
    """You took min() of losses that may be NaN. No comparison with NaN is true, so min keeps it if
    it comes first: look for it with math.isfinite."""
    trials = [_trial(width, train_and_validate) for width in sorted(widths)]
    if not trials:
        raise ValueError("no widths")
    loss, _, net = min(trials, key=lambda trial: trial[0])
    if not any(math.isfinite(trial[0]) for trial in trials):
        raise ValueError(f"no finite loss: {loss}")
    return net, test(net)


@instead_of("choose_net")
def widths_gone_through_twice(widths, train_and_validate, test):
    """You went through widths more than once. An iterator is empty after the first time: make a
    list of it before."""
    if not any(True for _ in widths):
        raise ValueError("no widths")
    return choose_net(widths, train_and_validate, test)


@instead_of("choose_net")
def stopped_at_the_first_rise(widths, train_and_validate, test):
    """You stopped as soon as the validation loss rose. One rise may be chance, and a wider net may
    yet be better: try every width."""
    trials = []
    for width in sorted(widths):
        trials.append(_trial(width, train_and_validate))
        if len(trials) > 1 and trials[-1][0] > trials[-2][0]:
            break
    return _winner(trials, test, key=lambda trial: trial[:2])


@instead_of("choose_net")
def a_new_net_of_the_best_width(widths, train_and_validate, test):
    """You built a new net of the best width and returned that. It has learned nothing: return the
    one that was trained."""
    net, _ = choose_net(widths, train_and_validate, lambda net: 0.0)
    net = build_net(net[0].out_features)
    return net, test(net)


@instead_of("choose_net")
def the_winner_trained_again(widths, train_and_validate, test):
    """You trained the winner again. That is another net than the one whose validation loss has
    won: train each once."""
    net, _ = choose_net(widths, train_and_validate, lambda net: 0.0)
    train_and_validate(net)
    return net, test(net)


@instead_of("choose_net")
def each_net_grown_from_the_last(widths, train_and_validate, test):
    """You started each net with what the one before had learned. Wider nets then have trained
    longer, and you compare that: start every net anew."""
    learned = []

    def warm(net):
        for p, before in zip(net.parameters(), learned, strict=False):
            part = tuple(slice(0, min(sizes)) for sizes in zip(p.shape, before.shape, strict=True))
            p.data[part] = before[part]
        result = train_and_validate(net)
        learned[:] = [p.detach().clone() for p in net.parameters()]
        return result

    return choose_net(widths, warm, test)


def _trial(width, train_and_validate):
    net = build_net(width)
    return train_and_validate(net)[1], width, net


def _winner(trials, test, key):
    finite = [trial for trial in trials if math.isfinite(trial[0])]
    if not finite:
        raise ValueError("no finite loss")
    net = min(finite, key=key)[2]
    return net, test(net)
