"""Gradients of mini-batches (§7.2.6).

The loss of a batch is a mean over its samples, and so is its gradient.  A batch of one sample
gives a rough guess at the gradient of the whole data set, for a small part of the work; the
larger the batch, the better the guess.  The gradients of all batches together give the full one
exactly, if each counts with the number of its samples.
"""

from collections.abc import Callable

from torch import Tensor


def batch_gradients(
    loss_fn: Callable[[Tensor, Tensor, Tensor], Tensor],
    params: Tensor,
    inputs: Tensor,
    targets: Tensor,
    batch_size: int,
) -> list[Tensor]:
    """Return the gradient of the loss with respect to ``params``, for one batch after another.

    A batch is the next ``batch_size`` samples along dimension 0; the last one is what is left.
    Its loss is ``loss_fn(params, inputs, targets)`` of its own samples: a mean over them.

    ``params`` is a leaf that requires a gradient, and may bring an old one along.  It does not
    move.  Each result is a tensor of its own, of the shape of ``params``.
    """
    raise NotImplementedError


def full_gradient(gradients: list[Tensor], sizes: list[int]) -> Tensor:
    """Return the gradient for all samples, from those of the batches and their sizes.

    A new tensor, of the shape and dtype of each gradient.

    >>> full_gradient([torch.tensor([4.0]), torch.tensor([8.0])], [3, 1])
    tensor([5.])
    """
    raise NotImplementedError
