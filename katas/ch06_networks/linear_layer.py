"""A linear layer (§6.3.1).

Each output feature is a weighted sum of the input features, plus a bias.  The weights of one
output stand in one row, so the weight is [out_features, in_features], and ``x @ weight.T``
multiplies the last dimension of x, whatever stands ahead of it.  The parameters start at
random: units that start alike get the same gradient, and stay alike for ever.

Write it without nn.Linear, torch.nn.functional.linear; ``@``, matmul, einsum are all fine.
"""

from torch import Tensor, nn


class Linear(nn.Module):
    """x @ weight.T + bias over the last dimension of x, as nn.Linear has it."""

    def __init__(self, in_features: int, out_features: int, bias: bool = True):
        """Register ``weight`` [out_features, in_features], ``bias`` [out_features].

        They are all there is in the state_dict; without a bias, ``self.bias`` is None.  Every
        number of both is drawn uniformly between ±1 / sqrt(in_features).

        >>> Linear(1, 13).weight.shape
        torch.Size([13, 1])
        """
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return a tensor [..., out_features] for ``x`` [..., in_features].

        The dots stand for any sizes, none at all and 0 included.  ``x`` has the dtype and
        device of the parameters, and so has the result.  Raises ValueError if the last size
        of ``x`` is not ``in_features``.

        >>> Linear(1, 13)(torch.zeros(11, 1)).shape
        torch.Size([11, 13])
        """
        raise NotImplementedError
