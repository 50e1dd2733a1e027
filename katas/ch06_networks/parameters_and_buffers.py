"""State that is kept, not trained (§6.3.2, §8.5.2).

A parameter is trained: optimizers get it from ``parameters()``.  A number that is measured,
such as batch norm's running mean, is not; yet it has to be saved with the model, moved with
it, cast with it.  That is a buffer: ``register_buffer(name, tensor)``.  A plain attribute is
none of this: it is left behind.  A parameter with ``requires_grad=False`` is still a
parameter, and whoever unfreezes the model trains it.
"""

from torch import Tensor, nn


class Center(nn.Module):
    """Takes the mean of all rows seen so far off its input, then multiplies by a weight.

    ``weight`` [n_features] is trained: it is the only parameter.  ``mean`` [n_features] and
    ``count`` (int64, 0-dimensional: how many rows) are buffers.  ``state_dict()`` holds these
    three, under these names.
    """

    def __init__(self, n_features: int):
        """Start with a weight of ones, a mean of zeros and a count of 0."""
        raise NotImplementedError

    def update(self, x: Tensor) -> None:
        """Count in the rows of ``x`` [N, n_features]; then ``mean`` is that of all rows so far.

        It does not matter how the rows were divided among the calls; no rows change nothing.
        ``x`` has the dtype and device of the module.  It may require a gradient, but ``mean``
        carries no graph.  Works alike in both modes, and changes nothing else.
        """
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return ``(x - mean) * weight`` for x [..., n_features], in both modes.

        Changes nothing; ``x`` and ``weight`` get gradients.

        >>> Center(2)(torch.tensor([[1.0, 2.0]]))
        tensor([[1., 2.]], grad_fn=<MulBackward0>)
        """
        raise NotImplementedError
