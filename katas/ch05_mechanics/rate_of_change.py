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

    The loss at a point is ``loss_fn(model(t_u, w, b), t_c)``, whatever model and loss are
    handed in.  Its rate with w is the loss at ``w + delta`` less the loss at ``w - delta``,
    over ``2 * delta``, with b where it is; the rate with b likewise.

    ``w`` and ``b`` are 0-dimensional, and so are both rates.  All tensors have the same dtype
    and device; those that are handed in stay as they are.

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

    Both rates are those of ``rates_of_change`` at the given w and b, with ``delta``.  The new
    parameters are new tensors, like the given ones, which stay as they are.
    """
    raise NotImplementedError
