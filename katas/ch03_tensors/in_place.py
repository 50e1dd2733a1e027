"""In-place operations (§3.7.2).

A method whose name ends in ``_``, as ``x.zero_()``, writes its result into ``x``: whoever holds the
tensor sees it, or a view of it.  The method without ``_`` leaves ``x`` alone and returns a new
tensor; and ``x = ...`` only gives the name ``x`` to another tensor.

A weight that is trained requires a gradient (§5.5), and torch lets no one write into it, except
within ``with torch.no_grad():``.
"""

from torch import Tensor


def clear(x: Tensor) -> None:
    """Make every number of ``x`` zero, where it is."""
    raise NotImplementedError


def clip(x: Tensor, low: float, high: float) -> None:
    """Bring what is below ``low`` up to it, and what is above ``high`` down to it, in ``x``."""
    raise NotImplementedError


def clipped(x: Tensor, low: float, high: float) -> Tensor:
    """Return a new tensor with the numbers of ``x``, clipped; ``x`` stays as it is.

    >>> clipped(torch.tensor([-2.0, 0.5, 3.0]), 0.0, 1.0)
    tensor([0.0000, 0.5000, 1.0000])
    """
    raise NotImplementedError


def clear_weight(weight: Tensor) -> None:
    """Make every number of a weight zero, where it is.

    It requires a gradient as before, and keeps the ``.grad`` that it has.
    """
    raise NotImplementedError
