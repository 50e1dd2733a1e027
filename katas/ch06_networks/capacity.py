"""How large a network should be (§5.5.3, §6.3.3).

Grow a network until it fits the training data; shrink it until it generalises.  A wider
network always fits the training data better, so its training loss cannot tell you when to
stop: the validation loss does.  The test data are for one last look at the chosen network;
whoever looks earlier has chosen by them.
"""

from collections.abc import Callable, Iterable

from torch import nn


def build_net(n_hidden: int) -> nn.Sequential:
    """Return a new net (§6.3.1): nn.Linear, nn.Tanh, nn.Linear, with n_hidden units between.

    It maps [B, 1] to [B, 1].  Its weights are as nn.Linear draws them, from torch's global
    generator.

    >>> sum(p.numel() for p in build_net(13).parameters())
    40
    """
    raise NotImplementedError


def choose_net(
    widths: Iterable[int],
    train_and_validate: Callable[[nn.Module], tuple[float, float]],
    test: Callable[[nn.Module], float],
) -> tuple[nn.Module, float]:
    """Train a network of each width, choose by validation loss; return it and its test loss.

    ``train_and_validate(net)`` trains ``net`` in place; it returns the training loss, then
    the validation loss.  Call it once for each of ``widths``, with a new network from
    ``build_net``.  Widths are distinct, in any order, and may come from an iterator.

    The lowest finite validation loss wins, of equal ones that of the narrowest network.
    Return that very network, as its training left it, with what ``test`` says of it.
    ``test`` is called for this network only, once, after all training.  Raises ValueError,
    without a call of ``test``, if no validation loss is finite, or there are no widths.
    """
    raise NotImplementedError
