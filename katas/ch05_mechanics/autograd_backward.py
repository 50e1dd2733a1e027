"""Backward (§5.5.1).

A tensor with ``requires_grad=True`` makes torch write down every operation on it.
``backward`` walks that record from a single number, the loss, to the leaves: tensors that
no operation has made.  Only leaves get a ``.grad``, and ``backward`` adds to what it finds
there.  Whatever leaves torch for plain numbers on the way cuts the record.
"""

from collections.abc import Callable

import torch
from torch import Tensor


def new_params(start: Tensor, scale: float = 1.0, dtype: torch.dtype | None = None) -> Tensor:
    """Return ``scale * start`` as parameters to train from.

    A leaf that requires a gradient and has none yet, in memory of its own.  Its device is
    that of ``start``; so is its dtype, unless ``dtype`` says otherwise.  ``start`` is only
    read; it may itself be a parameter, or computed from one, and the new parameters know
    nothing of it.

    >>> new_params(torch.tensor([1.0, 0.0]), scale=0.5)
    tensor([0.5000, 0.0000], requires_grad=True)
    """
    raise NotImplementedError


def loss_gradient(
    model: Callable[..., Tensor],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    params: Tensor,
    t_u: Tensor,
    t_c: Tensor,
) -> Tensor:
    """Return the gradient of ``loss_fn(model(t_u, *params), t_c)`` with respect to ``params``.

    ``params`` has shape [P]: one number for each argument of ``model`` behind ``t_u``.  The
    loss is a 0-dimensional tensor.  Returns shape [P], with 0 for a parameter that the model
    does not use, as a plain tensor that requires no gradient itself.

    ``params`` is only read: its values, its ``.grad`` and its ``requires_grad`` stay, be it
    a leaf with an old gradient, a tensor that requires none, or one computed from others,
    which get no gradient either.
    """
    raise NotImplementedError


def sample_gradients(
    model: Callable[..., Tensor],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    params: Tensor,
    t_u: Tensor,
    t_c: Tensor,
) -> Tensor:
    """Return the gradient of each sample's own loss: shape [N, P], a row for each sample.

    ``t_u`` and ``t_c`` have shape [N], N at least 1, and ``model`` treats each sample by
    itself.  Row i is what ``loss_gradient`` gives for sample i alone, ``t_u[i : i + 1]`` and
    ``t_c[i : i + 1]``; so, where ``loss_fn`` is a mean over samples, the mean over the rows
    is the gradient of the whole.  ``params`` is only read, as in ``loss_gradient``.
    """
    raise NotImplementedError
