"""Broadcasting (§5.3.1).

Line shapes up on the right; missing sizes count as 1.  In each column the sizes other
than 1 must agree, and a 1 stretches to match them.  The way back is a sum: what the copies
hold comes together again in the number that they are copies of.
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

    ``shape`` broadcasts to ``grad.shape``; ``grad`` stays as it is.  Returns a tensor of
    ``shape``, with the dtype and device of ``grad``.  Autograd does this on the way back
    through ``expand``.

    >>> sum_to_shape(torch.ones(3, 4), (3, 1))
    tensor([[4.], [4.], [4.]])
    """
    raise NotImplementedError
