"""The loss of an epoch (§7.2.6).

An epoch goes through all batches once, with a step after each.  The loss of a single batch says
little, since it depends on which samples are in it.  The loss of the epoch is the mean over all
samples, each measured with the parameters before its own batch's step.  The last batch is often
short, and its samples count no more than the others.
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


def train_epoch(
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    optimizer: torch.optim.Optimizer,
    loader: Iterable[tuple[Tensor, Tensor]],
) -> float:
    """Train ``model`` on each batch of ``loader`` in turn; return the loss of the epoch.

    A batch is ``imgs, labels``, with N of each; ``loader`` may be any iterable of batches.
    ``loss_fn(model(imgs), labels)`` is the mean over the batch.  Each step follows the gradient
    of its own batch alone.

    The result is a float, inf or NaN if training diverges.  Do not keep the loss of a batch as
    a tensor: it would keep the graph of that batch in memory, too.
    """
    raise NotImplementedError
