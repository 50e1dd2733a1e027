"""Wrong answers to ch06_networks/capacity, as people write them."""

import copy
import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of
from katas.ch06_networks.capacity import build_net


@instead_of("build_net")
def linear_all_the_way(n_hidden):
    """There is nothing between the two linear layers.

    Known: no_activation.
    """
    return nn.Sequential(nn.Linear(1, n_hidden), nn.Linear(n_hidden, 1))


@instead_of("build_net")
def seeded_for_comparison(n_hidden):
    """A seed is set, so that nets of one width start alike, and so does all that comes after.

    Known: the_same_numbers.
    """
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(1, n_hidden), nn.Tanh(), nn.Linear(n_hidden, 1))


@instead_of("build_net")
def tanh_at_the_end_too(n_hidden):
    """What comes out lies between -1 and 1.

    Known: nothing.
    """
    layers = [nn.Linear(1, n_hidden), nn.Tanh(), nn.Linear(n_hidden, 1), nn.Tanh()]
    return nn.Sequential(*layers)


@instead_of("choose_net")
def lowest_training_loss(widths, train_and_validate, test):
    """The training loss decides.

    Known: the_training_loss_compared, chosen_by_training_loss.
    """
    best_loss, best_net, best_width = math.inf, None, None
    for width in widths:
        net = build_net(width)
        train_loss, val_loss = train_and_validate(net)
        if not math.isfinite(val_loss):
            continue
        if train_loss < best_loss or (train_loss == best_loss and width < best_width):
            best_loss, best_net, best_width = train_loss, net, width
    if best_net is None:
        raise ValueError("no network")
    return best_net, test(best_net)


@instead_of("choose_net")
def chosen_by_the_test(widths, train_and_validate, test):
    """Every network is tested, and the test decides.

    Known: chosen_by_test_loss.
    """
    results = []
    for width in sorted(widths):
        net = build_net(width)
        _, val_loss = train_and_validate(net)
        if math.isfinite(val_loss):
            results.append((test(net), net))
    if not results:
        raise ValueError("nothing is finite")
    loss, net = min(results, key=lambda pair: pair[0])
    return net, loss


@instead_of("choose_net")
def nan_compares(widths, train_and_validate, test):
    """A NaN that comes first wins, and of equal losses that of the first network.

    Known: nan_hides_the_others, nan_may_win, the_first_of_equals.
    """
    nets = []
    for width in widths:
        net = build_net(width)
        nets.append((train_and_validate(net)[1], net))
    if not nets:
        raise ValueError("no widths")
    val, net = min(nets, key=lambda pair: pair[0])
    if not math.isfinite(val):
        raise ValueError(f"the best loss is {val}")
    return net, test(net)


@instead_of("choose_net")
def a_network_of_the_same_width(widths, train_and_validate, test):
    """The winner is built and trained once more.

    Known: a_new_net_of_the_best_width, the_winner_trained_again.
    """
    losses = {w: train_and_validate(build_net(w))[1] for w in widths}
    losses = {w: loss for w, loss in losses.items() if math.isfinite(loss)}
    if not losses:
        raise ValueError("no finite validation loss")
    width = min(losses, key=lambda w: (losses[w], w))
    net = build_net(width)
    train_and_validate(net)
    return net, test(net)


@instead_of("choose_net")
def a_copy_of_the_winner(widths, train_and_validate, test):
    """What comes back is a copy.

    Known: a_new_net_of_the_best_width.
    """
    best = None
    for width in widths:
        net = build_net(width)
        _, val = train_and_validate(net)
        if math.isfinite(val) and (best is None or (val, width) < best[:2]):
            best = (val, width, copy.deepcopy(net))
    if best is None:
        raise ValueError("no finite loss")
    return best[2], test(best[2])
