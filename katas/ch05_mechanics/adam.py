"""Adam (§5.5.2).

Adam keeps two moving averages for each element of each parameter: ``m`` of the gradient,
with ``beta1``, and ``v`` of its square, with ``beta2``.  Both start at zero, so the first
averages are too small: at a parameter's n-th step ``m`` is divided by ``1 - beta1**n`` and
``v`` by ``1 - beta2**n``.  Then the parameter moves by ``-lr * m / (sqrt(v) + eps)``, so
that it is ``lr`` that says how far it goes, hardly the size of the gradient.
"""

from collections.abc import Iterable

from torch import Tensor


class Adam:
    """Adam, written without torch.optim.

    Its parameters move exactly as under ``torch.optim.Adam``.
    """

    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
    ):
        """Look after ``params``, which may be a generator: it can be read only once."""
        raise NotImplementedError

    def zero_grad(self) -> None:
        """Set the gradient of every parameter to None, or to zeros."""
        raise NotImplementedError

    def step(self) -> None:
        """Move every parameter in place, and leave the gradients as they are.

        A parameter whose gradient is None is left alone: it does not move, its averages
        stay as they are, and the step does not count for it.
        """
        raise NotImplementedError
