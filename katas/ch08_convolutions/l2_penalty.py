"""The L2 penalty (§8.5.2).

The book's loop adds lambda times the sum of all squared parameters to the loss, biases
included.  Backward then adds 2 * lambda * p to the gradient of each parameter p.  SGD can add
that by itself: its ``weight_decay`` is what p is multiplied by.  Two ways, one result.
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


def training_loop_l2reg(
    n_epochs: int,
    optimizer: torch.optim.Optimizer,
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    train_loader: Iterable[tuple[Tensor, Tensor]],
    l2_lambda: float,
) -> None:
    """Train ``model`` by one step for each batch (imgs, labels), with the penalty in the loss.

    A step follows the gradient of ``loss_fn(model(imgs), labels)`` plus ``l2_lambda`` times the
    sum of the squares of all parameters, as they are then, and no earlier gradient.
    """
    raise NotImplementedError


def sgd_with_weight_decay(model: nn.Module, lr: float, l2_lambda: float) -> torch.optim.SGD:
    """Return an SGD for the parameters of ``model`` that needs no penalty in the loss.

    With it and a lambda of 0 the loop above takes the same steps as with plain SGD of the same
    ``lr`` and this ``l2_lambda``.
    """
    raise NotImplementedError
