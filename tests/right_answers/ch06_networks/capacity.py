"""Right answers to ch06_networks/capacity, written differently."""

import math
from collections import OrderedDict

from torch import nn

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks.capacity import build_net


@instead_of("build_net")
def with_names(n_hidden):
    return nn.Sequential(
        OrderedDict(
            hidden_linear=nn.Linear(1, n_hidden),
            hidden_activation=nn.Tanh(),
            output_linear=nn.Linear(n_hidden, 1),
        )
    )


@instead_of("build_net")
def layer_by_layer(n_hidden):
    net = nn.Sequential()
    for layer in (nn.Linear(1, n_hidden, bias=True), nn.Tanh(), nn.Linear(n_hidden, 1)):
        net.append(layer)
    return net.eval()


@instead_of("choose_net")
def all_trained_first(widths, train_and_validate, test):
    nets = {width: build_net(width) for width in widths}
    losses = {width: train_and_validate(net)[1] for width, net in nets.items()}
    finite = {width: loss for width, loss in losses.items() if math.isfinite(loss)}
    if not finite:
        raise ValueError(f"widths {list(nets)} have no finite validation loss")
    best = min(finite, key=lambda width: (finite[width], width))
    return nets[best], test(nets[best])


@instead_of("choose_net")
def compared_pair_by_pair(widths, train_and_validate, test):
    best = None
    for width in widths:
        net = build_net(width)
        _, loss = train_and_validate(net)
        if math.isnan(loss) or math.isinf(loss):
            continue
        if best is None or loss < best[0] or (loss == best[0] and width < best[1]):
            best = (loss, width, net)
    if best is None:
        raise ValueError("validation losses are not finite")
    return best[2], test(best[2])


@instead_of("choose_net")
def sorted_by_loss_widest_first(widths, train_and_validate, test):
    trials = []
    for width in sorted(widths, reverse=True):
        net = build_net(width)
        trials.append((*train_and_validate(net), width, net))
    trials = [trial for trial in trials if abs(trial[1]) < math.inf]
    if len(trials) == 0:
        raise ValueError("nothing to choose from")
    trials.sort(key=lambda trial: trial[2])
    trials.sort(key=lambda trial: trial[1])
    chosen = trials[0][-1]
    return [chosen, test(chosen)]
