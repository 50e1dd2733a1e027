"""The rate of change (§5.4.1).

How fast does the loss change when one parameter does?  Move that parameter a little to
either side, leave the other where it is, and divide the change of the loss by the distance
between the two points: a central difference.  A step goes against both rates, and both
belong to the point where the step begins.  No derivative is needed, so any model and any
loss will do.
"""

from collections.abc import Callable

from torch import Tensor

Model = Callable[[Tensor, Tensor, Tensor], Tensor]  # model(t_u, w, b) -> t_p
Loss = Callable[[Tensor, Tensor], Tensor]  # loss_fn(t_p, t_c) -> 0-dimensional


def rates_of_change(
    model: Model,
    loss_fn: Loss,
    t_u: Tensor,
    t_c: Tensor,
    w: Tensor,
    b: Tensor,
    delta: float = 0.1,
) -> tuple[Tensor, Tensor]:
    """Return the rate of change of the loss with w, then with b, at the given w and b.

    The rate with w is the loss at ``w + delta`` less the loss at ``w - delta``, over
    ``2 * delta``, with b where it is; the rate with b likewise.  The loss at a point is
    ``loss_fn(model(t_u, w, b), t_c)``, for whatever model and loss are handed in, whether or
    not autograd could differentiate them.

    ``w`` and ``b`` are 0-dimensional, as are both rates, which have their dtype and device.
    Nothing that is handed in changes.  Works under ``torch.inference_mode()`` as well.

    >>> w, b = torch.tensor(3.0), torch.tensor(0.0)
    >>> rates_of_change(line, squared_error, torch.tensor([1.0]), torch.tensor([1.0]), w, b)
    (tensor(4.0000), tensor(4.0000))
    """
    raise NotImplementedError


def step(
    model: Model,
    loss_fn: Loss,
    t_u: Tensor,
    t_c: Tensor,
    w: Tensor,
    b: Tensor,
    learning_rate: float,
    delta: float = 0.1,
) -> tuple[Tensor, Tensor]:
    """Return w and b after one step of ``learning_rate`` against their rates of change.

    Each parameter moves by ``learning_rate`` times its rate, downhill.  Both rates are those
    of the given w and b, by the given ``delta``.  The new parameters are new tensors of the
    same shape, dtype and device: the given ones stay as they are.
    """
    raise NotImplementedError
