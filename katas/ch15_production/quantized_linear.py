"""A linear layer in int8 (§17.4 of the second edition).

A layer that keeps its weight as int8, with a scale for each row, takes a quarter of the memory, if
the float weight is nowhere kept.  For each batch it makes floats of them again.
"""

from torch import Tensor, nn


class QuantizedLinear(nn.Module):
    """Computes what ``linear`` does, about, with its weight in int8."""

    def __init__(self, linear: nn.Linear):
        """The weight becomes the buffers ``quantized``, int8 [out, in], and ``scale``, [out, 1].

        The scale of a row is a 127th of its largest absolute value, or 1 for a row of zeros, and
        ``quantized`` is the row over its scale, rounded.  ``bias`` is that of ``linear``, or None.
        There is no other parameter or buffer.
        """
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return ``x`` [..., in] times the weight plus the bias, [..., out], in the dtype of ``x``.

        The bias has the dtype of ``x``; the scale may have another one.
        """
        raise NotImplementedError


def quantize_linears(model: nn.Module) -> None:
    """Put a QuantizedLinear in place of each nn.Linear inside ``model``, at any depth.

    A layer that stands in several places is one layer afterwards, too.  A weight that another
    layer shares, as an embedding may, stays there as it is.
    """
    raise NotImplementedError
