"""A loss that refuses to broadcast (§5.3.1, §6.2.2).

Subtracting targets of shape [n] from predictions of shape [n, 1] gives n by n differences:
each prediction against every target.  Their mean is a number like any other and training
runs, but all it finds is the mean of the targets.  A loss that compares one prediction with
one target asks first whether the shapes are the same.
"""

from torch import Tensor


def loss_fn(t_p: Tensor, t_c: Tensor) -> Tensor:
    """Return the mean squared error of the predictions, if they have the shape of the targets.

    Any shape with at least one element will do, [] among them.  Returns a 0-dimensional tensor
    of the dtype and device of ``t_p`` and ``t_c``, which stay as they are.  If the two shapes
    differ in any way, whether or not they would broadcast, raises ValueError, whose message
    names both, written like ``[11, 1]`` or ``(11, 1)``.

    >>> loss_fn(torch.tensor([3.0, 5.0]), torch.tensor([1.0, 4.0]))
    tensor(2.5000)
    """
    raise NotImplementedError
