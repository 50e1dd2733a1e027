"""The validation loss (§5.5.3).

Two losses in one loop.  The training loss is followed: backward, then a step.  The
validation loss is only watched: it says how well the parameters do on data that they have
never been fitted to.  So it needs no graph, and the validation data must move nothing.
"""

from collections.abc import Callable

import torch
from torch import Tensor


def training_loop(
    n_epochs: int,
    optimizer: torch.optim.Optimizer,
    params: Tensor,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    train_t_u: Tensor,
    val_t_u: Tensor,
    train_t_c: Tensor,
    val_t_c: Tensor,
) -> tuple[list[float], list[float]]:
    """Train for ``n_epochs`` steps; return the training losses and the validation losses.

    Both are lists of one plain float for each epoch, measured with the parameters as they
    are before that epoch's step, and as long if training diverges.  A loss is
    ``loss_fn(t_p, t_c)``, with predictions ``t_p = w * t_u + b``; readings have shape [N],
    with an N of their own for training and validation, and stay as they are.

    ``params`` is [w, b], a leaf that requires a gradient and may bring an old one along.
    ``optimizer`` moves it in place, each time by the gradient of that epoch's training
    loss alone.

    Validation builds no graph: the predictions that ``loss_fn`` is given require no
    gradient.  Afterwards grad mode is on again and ``params.requires_grad`` as it was, also
    when ``loss_fn`` raises an error, which comes through.
    """
    raise NotImplementedError
