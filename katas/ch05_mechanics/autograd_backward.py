"""Backward (§5.5.1).

With ``requires_grad=True`` torch writes down every operation on a tensor.  ``backward`` walks
that record from a single number, the loss, to the leaves: tensors that no operation has made.
Into their ``.grad`` it puts the gradient.
"""

from collections.abc import Callable

from torch import Tensor


def new_params(start: Tensor) -> Tensor:
    """Return parameters with the values of ``start``, of shape [P], ready to be trained.

    They are a leaf that requires a gradient, with the dtype and device of ``start`` and memory
    of their own.  ``start`` stays as it is; it may require a gradient itself.

    >>> new_params(torch.tensor([1.0, 0.0]))
    tensor([1., 0.], requires_grad=True)
    """
    raise NotImplementedError


def loss_gradient(
    model: Callable[..., Tensor],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    params: Tensor,
    t_u: Tensor,
    t_c: Tensor,
) -> Tensor:
    """Return the gradient of ``loss_fn(model(t_u, *params), t_c)``, one number for each of params.

    ``params`` is a leaf of shape [P] that requires a gradient and has none yet.  The model need
    not use all of its numbers: the gradient is 0 for one that it leaves out.  The loss is a
    0-dimensional tensor.  What comes back may be ``params.grad`` itself.
    """
    raise NotImplementedError
