import math
from collections.abc import Callable, Iterable

from torch import nn


def build_net(n_hidden: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(1, n_hidden), nn.Tanh(), nn.Linear(n_hidden, 1))


def choose_net(
    widths: Iterable[int],
    train_and_validate: Callable[[nn.Module], tuple[float, float]],
    test: Callable[[nn.Module], float],
) -> tuple[nn.Module, float]:
    best_loss, best_net = math.inf, None
    # Narrow ones first, so that of equal losses the narrowest is kept.
    for width in sorted(widths):
        net = build_net(width)
        _, val_loss = train_and_validate(net)
        if math.isfinite(val_loss) and val_loss < best_loss:
            best_loss, best_net = val_loss, net
    if best_net is None:
        raise ValueError("no width has a finite validation loss")
    return best_net, test(best_net)
