"""Constructors (§3.2.2).

A new tensor needs a shape, a dtype and memory.  ``torch.tensor`` takes the dtype from the numbers
that it is given, int64 from ints and float32 from floats, unless ``dtype=`` says otherwise.  The
constructors that end in ``_like`` take shape, dtype and device from another tensor.
"""

from torch import Tensor


def float_tensor(numbers: float | list) -> Tensor:
    """Return ``numbers``, one number or nested lists of them, ints or floats, as float32.

    >>> float_tensor([[4, 1], [5, 3], [2, 1]])
    tensor([[4., 1.], [5., 3.], [2., 1.]])
    """
    raise NotImplementedError


def indices(n: int) -> Tensor:
    """Return 0, 1, …, n - 1 as int64, of shape [n]; ``n`` may be 0."""
    raise NotImplementedError


def filled_like(x: Tensor, value: float) -> Tensor:
    """Return a new tensor of the shape, dtype and device of ``x``, ``value`` in every place."""
    raise NotImplementedError


def copy_of(x: Tensor) -> Tensor:
    """Return the numbers of ``x`` in new memory: to write into one changes nothing in the other.

    If ``x`` requires a gradient, gradients flow from the copy back to it (§5.5).
    """
    raise NotImplementedError
