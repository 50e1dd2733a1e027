"""The training loop (§6.2.2, §6.3).

Forget the last gradients, go forward, go back, step: the same few lines for any model, any
optimizer, any loss.  Validation only looks: ``eval()`` tells layers such as dropout and batch
norm that they are being measured, ``no_grad()`` tells autograd not to record.  The book's loop
does neither, and its network, which has no such layers, forgives that.
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

    A loss is ``loss_fn(predictions, targets)`` over all samples.  In each epoch both are
    measured, as Python floats, even where they are inf or NaN; then the optimizer steps once,
    so both are those of the parameters before the step.  The step follows the gradient of
    this training loss alone, whatever gradients arrive, for all that the optimizer holds.

    The model is called, so that its hooks run: for training in train mode; for validation in
    eval mode, with gradients off, leaving no trace in the model or the random state.
    """
    raise NotImplementedError
