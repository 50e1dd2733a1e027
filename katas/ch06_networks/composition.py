"""Composition (§6.1.2).

A network is layers, one fed by the other.  A linear layer of a linear layer is still linear,
``w1 @ (w0 @ x + b0) + b1 == (w1 @ w0) @ x + (w1 @ b0 + b1)``, so however many are stacked,
a single one could do the same.  It is the activations in between that make depth worth
having.  The last layer has none after it: an output may then be any number.
"""

from collections.abc import Callable

from torch import nn


def collapse(layers: list[nn.Linear]) -> nn.Linear:
    """Return one linear layer that gives what ``layers`` give, one fed by the other.

    Each layer may have a bias or none.  The new layer has the dtype and device of the others
    and trainable parameters of its own; the others stay as they are.  Raises ValueError if
    there are no layers, or if one gives another number of features than the next one takes.

    >>> collapse([nn.Linear(1, 13), nn.Linear(13, 1)])
    Linear(in_features=1, out_features=1, bias=True)
    """
    raise NotImplementedError


def deep_net(sizes: list[int], activation: Callable[[], nn.Module] = nn.Tanh) -> nn.Module:
    """Return nn.Linear layers from sizes[0] to sizes[1], from there to sizes[2], and so on.

    Each layer has a bias.  Between two layers, not after the last, stands an activation, made
    for this place by calling ``activation()``.  ``parameters()`` begins with the first layer
    and ends with the last.  Raises ValueError if there are fewer than two sizes.

    >>> [list(p.shape) for p in deep_net([1, 13, 1]).parameters()]
    [[13, 1], [13], [1, 13], [1]]
    """
    raise NotImplementedError
