"""The scale of the parameters (§5.5.2).

On raw readings the gradient of ``w`` is fifty times that of ``b``, and no learning rate suits
both: plain gradient descent diverges or crawls until the inputs are rescaled.  Adam divides by
the size of each gradient, so one learning rate serves both.  To see it, every run starts
afresh, with parameters and an optimizer of its own.
"""

from collections.abc import Callable, Sequence

from torch import Tensor


def final_loss(n_epochs: int, make_optimizer: Callable, t_u: Tensor, t_c: Tensor) -> float:
    """Fit ``w * t_u + b`` to ``t_c``, from w = 1 and b = 0, and return the loss that remains.

    The loss is the mean squared error, measured after the last of ``n_epochs`` steps, be it
    infinite or NaN.  ``t_u`` and ``t_c`` have shape [N] and one dtype and device, which are the
    parameters' as well.  ``make_optimizer`` is called with a list of parameters: one tensor of
    w and b, or one for each.  Each step follows the gradient of its own epoch alone, and each
    call starts anew.

    >>> final_loss(99, functools.partial(torch.optim.SGD, lr=1e-2), 0.1 * t_u, t_c)
    22.148710
    """
    raise NotImplementedError


def losses_by_scale(
    n_epochs: int, make_optimizer: Callable, t_u: Tensor, t_c: Tensor, scales: Sequence[float]
) -> list[float]:
    """Return the final losses on ``scale * t_u``, one for each scale, in their order.

    No run sees anything of another one; ``t_c`` is not scaled.

    >>> losses_by_scale(100, functools.partial(torch.optim.Adam, lr=1e-1), t_u, t_c, [1.0, 0.1])
    [23.857603, 18.585482]
    """
    raise NotImplementedError
