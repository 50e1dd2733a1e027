"""Weights in int8 (§17.4 of the second edition).

An int8 takes a quarter of the memory of a float32, and holds whole numbers from -128 to 127.  So
each row of a weight has a scale of its own: its largest number becomes 127 or -127, and 0 stays 0.
What comes back is off by half a scale at most.
"""

from torch import Tensor


def quantize(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Return ``weight`` [out, in] as int8 [out, in], with the scale of each row, [out, 1].

    The scale is a 127th of the largest absolute value of the row, in the dtype of ``weight``, and 1
    for a row of zeros.  Each number over its scale is rounded as torch.round does, and no result
    is outside of -127 to 127: bfloat16 is not exact.

    >>> quantize(torch.tensor([[2.54, -1.0, 0.0]]))
    (tensor([[127, -50,   0]], dtype=torch.int8), tensor([[0.0200]]))
    """
    raise NotImplementedError


def dequantize(quantized: Tensor, scale: Tensor) -> Tensor:
    """Return what ``quantized`` [out, in] stands for, in the dtype of ``scale`` [out, 1]."""
    raise NotImplementedError
