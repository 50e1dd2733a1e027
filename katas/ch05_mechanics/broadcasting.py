"""Broadcasting (§5.3.1).

Line shapes up on the right; missing sizes count as 1.  In each column the sizes other
than 1 must agree, and a 1 stretches to match them.  Going back, every stretched copy has
passed its share of the gradient on, so the copies are summed.
"""

from torch import Tensor


def broadcast_shape(*shapes: tuple[int, ...]) -> tuple[int, ...]:
    """Return the shape that ``shapes`` broadcast to.

    No shapes at all give ``()``, and 0 is a size like any other.  Raises ValueError naming
    the sizes that clash.

    >>> broadcast_shape((3, 1), (4,))
    (3, 4)
    """
    raise NotImplementedError


def sum_to_shape(grad: Tensor, shape: tuple[int, ...]) -> Tensor:
    """Sum ``grad`` over the copies that broadcasting a tensor of ``shape`` made.

    ``shape`` broadcasts to ``grad.shape``.  Returns a tensor of ``shape``, with the dtype
    and device of ``grad``: the adjoint of ``expand``.

    >>> sum_to_shape(torch.ones(3, 4), (3, 1))
    tensor([[4.], [4.], [4.]])
    """
    raise NotImplementedError
