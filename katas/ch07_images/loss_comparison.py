"""Squared error against likelihood (§7.2.5).

The squared error of a classifier compares its probabilities with the truth: 1 for the true class,
0 for each other.  A sample costs at most 2, however sure the classifier was of a wrong class.
Minus the logarithm of the likelihood looks at the true class only, and has no such limit.

To see how two losses differ, replace one row of probabilities by better and worse ones, and see
how much each loss changes.
"""

from collections.abc import Callable

from torch import Tensor


def squared_error(probs: Tensor, targets: Tensor) -> Tensor:
    """Return the squared differences from the truth, added over the classes, averaged over samples.

    ``probs`` is [N, C], of any floating-point dtype; ``targets`` is int64 [N], from 0 to C - 1.
    The result is 0-dimensional, of the dtype of ``probs``; gradients flow through it.

    >>> squared_error(torch.tensor([[0.5, 0.5], [1.0, 0.0]]), torch.tensor([0, 0]))
    tensor(0.2500)
    """
    raise NotImplementedError


def percent_change(
    loss_fn: Callable[[Tensor, Tensor], Tensor], probs: Tensor, targets: Tensor, rows: Tensor
) -> Tensor:
    """Return by how many per cent the loss grows if ``probs[0]`` is replaced, for each of ``rows``.

    ``rows`` is [K, C] with K at least 1.  Each row by itself takes the place of ``probs[0]``, the
    other samples stay; ``probs`` itself is left as it is.  ``loss_fn(probs, targets)`` returns
    one number; the result is [K], like the losses in dtype and device, negative where they fall.

    >>> rows = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
    >>> percent_change(squared_error, torch.tensor([[0.5, 0.5]]), torch.tensor([0]), rows)
    tensor([-100., 300.])
    """
    raise NotImplementedError
