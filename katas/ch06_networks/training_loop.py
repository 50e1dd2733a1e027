"""The training loop (§6.2.2, §6.3).

Forget the last gradients, go forward, go back, step: the same five lines for any model, any
optimizer, any loss.  Validation measures in eval mode, without a graph, and teaches nothing.
Beware of shapes: a prediction [11, 1] less a target [11] is [11, 11], so a loss may compare
each prediction with every target.  The book's line then ends flat, at the mean of all
targets, with a loss of 77.136, and only a warning tells of it.
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn


def training_loop(
    n_epochs: int,
    optimizer: torch.optim.Optimizer,
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    t_u_train: Tensor,
    t_u_val: Tensor,
    t_c_train: Tensor,
    t_c_val: Tensor,
) -> list[tuple[float, float]]:
    """Train ``model`` for ``n_epochs``; return the training and validation loss of each epoch.

    In each epoch both losses are measured, then the optimizer steps once, so both are those
    of the parameters before the step.  A loss is ``loss_fn(predictions, targets)`` over all
    samples, a 0-dimensional tensor; it is returned as a Python float.  The data are left as
    they are, and the loop draws no random numbers of its own.

    Training runs in train mode.  Validation runs in eval mode, with gradients off, and leaves
    no trace in the model.  Afterwards the model is in the mode in which it came.  The model
    is called, so its hooks run.

    The step follows the gradient of this epoch's training loss alone, in all that the
    optimizer holds, also if gradients arrive stale.  Any optimizer will do that has
    ``zero_grad()`` and a ``step()`` that needs no closure.

    Raises ValueError if predictions and targets differ in shape, in training or validation.
    It names both shapes, and no parameter has moved by then.
    """
    raise NotImplementedError
