"""The bridge to NumPy (§3.10).

On the CPU, a tensor and a NumPy array can have the same memory: nothing is copied, and what is
written into one is seen in the other.  A tensor on a GPU has to be copied to the CPU first.  One
that requires a gradient (§5.5) is detached first: the array has its numbers, and no gradient.
"""

import numpy as np
from torch import Tensor


def tensor_on(array: np.ndarray) -> Tensor:
    """Return a tensor of the same shape, dtype and memory as ``array``.

    >>> array = np.zeros(2)
    >>> tensor_on(array)[0] = 7
    >>> array
    array([7., 0.])
    """
    raise NotImplementedError


def array_on(x: Tensor) -> np.ndarray:
    """Return an array of the shape, dtype and numbers of ``x``, wherever ``x`` is.

    If it is on the CPU, the array has its memory, whether ``x`` requires a gradient or not.
    """
    raise NotImplementedError


def network_input(array: np.ndarray) -> Tensor:
    """Return the numbers of ``array``, float64 or other, as float32 in memory of their own."""
    raise NotImplementedError
