"""What bfloat16 keeps (§17.4 of the second edition).

A bfloat16 is a float32 without its last 16 bits: half the memory, as large a range, and not quite
three digits.  From 256 on it has no odd numbers, so that 256 + 1 is 256.  What that does to weights
is often harmless; to a sum, or to a test that expects the digits of a float32, it is not.
"""

from torch import Tensor, nn


def halve(model: nn.Module) -> nn.Module:
    """Return a copy of ``model`` whose floats, parameters and buffers, are bfloat16.

    Whole numbers, such as counts, keep their dtype.  ``model`` stays as it is; what is shared in it
    is shared in the copy.
    """
    raise NotImplementedError


def mean_of(batches: list[Tensor]) -> Tensor:
    """Return the mean of all numbers in ``batches``, bfloat16 [N] each, as a float32 [].

    It is not off by more than a float32 is.  There is at least one number, and batches may differ
    in size.
    """
    raise NotImplementedError


def agree(output: Tensor, expected: Tensor) -> bool:
    """Tell whether ``output``, bfloat16, is ``expected``, float32, as far as a bfloat16 can be.

    That is: the shapes are equal, and nowhere are the two, as float32, farther apart than
    1e-5 + 0.016 * abs(expected).  nan is never as expected.
    """
    raise NotImplementedError
