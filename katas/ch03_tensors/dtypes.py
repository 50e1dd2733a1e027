"""Dtypes (§3.5).

A dtype says which numbers a tensor can hold, and results have one, too.  uint8 holds 0 to 255: one
more than 255 is 0 again, without a word.  To convert a float to an integer cuts off what stands
behind the point.  float32 holds each integer up to 2**24 exactly, and so each pixel of 8, 12 or 16
bits; of larger ones it holds every second, further up every fourth, and so on.
"""

from torch import Tensor


def nearest_integers(x: Tensor) -> Tensor:
    """Return the integers that are nearest to floats, as int64; none lies halfway between two.

    >>> nearest_integers(torch.tensor([2.75, -2.75, 0.25]))
    tensor([ 3, -3,  0])
    """
    raise NotImplementedError


def mean_image(a: Tensor, b: Tensor) -> Tensor:
    """Return the mean of two uint8 images of the same shape, pixel by pixel, as float32."""
    raise NotImplementedError


def held_exactly(x: Tensor) -> Tensor:
    """Return for each of the int64 numbers whether float32 holds it exactly: bools, shaped as x.

    No number is above 2**53 or below -(2**53).
    """
    raise NotImplementedError
