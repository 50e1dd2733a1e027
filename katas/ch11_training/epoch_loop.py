"""An epoch of training with its validation (§11.5).

In each epoch the model learns from one set of samples and is measured on another.  The two parts
need different modes, and whoever trains on must not find the model in the mode of the second: the
loop of the book leaves it there.  How far training has come is told in samples, since the size of a
batch may change from run to run.
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


def run_epoch(
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    optimizer: torch.optim.Optimizer,
    train_loader: Iterable[tuple[Tensor, Tensor]],
    val_loader: Iterable[tuple[Tensor, Tensor]],
    n_seen: int = 0,
) -> tuple[float, float, int]:
    """Return the training loss, the validation loss, and the training samples seen so far.

    A batch is inputs and labels, N of each, and N varies.  ``loss_fn(model(inputs), labels)`` is
    a mean over it.  In train mode each batch of ``train_loader`` makes one step, which follows
    its gradient alone.  Then, in eval mode with gradients off, ``val_loader`` is only measured.

    Both losses are means over samples, and floats; those of training are taken ahead of each
    step.  ``n_seen`` training samples were seen in earlier epochs.  Afterwards the model is in
    train mode, even if validation raises an error, which comes through.
    """
    raise NotImplementedError
