"""The training loop on a device (§8.4.3).

A GPU computes with what lies in its own memory.  The model is moved there once, before training.
The images would seldom all fit, so each batch is moved when its turn comes.  A loss that is kept
keeps its graph there, too: add up numbers.
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


def training_loop(
    n_epochs: int,
    optimizer: torch.optim.Optimizer,
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    train_loader: Iterable[tuple[Tensor, Tensor]],
    device: torch.device,
) -> list[float]:
    """Train ``model`` for ``n_epochs``; return the mean loss of each epoch.

    ``model`` is on ``device`` and in train mode, and stays so.  The loader gives
    ``len(train_loader)`` batches, all of the same size: ``imgs, labels``, on the CPU.  It is gone
    through once in each epoch, and may bring other batches then.

    For each batch, move both to ``device``; then make one step along the gradient of
    ``loss_fn(model(imgs), labels)`` alone, whatever gradients arrive.

    The loss of an epoch is the mean over its batches, each as it was before its step: a Python
    float.  Keep no loss of a batch with its graph.
    """
    raise NotImplementedError
