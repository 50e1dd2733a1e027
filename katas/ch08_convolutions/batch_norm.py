"""Batch norm (§8.5.2).

In training each channel is shifted and scaled so that over the batch and all its pixels its
mean is 0 and its variance 1; a weight and a bias, which are trained, then take it where the net
wants it.  In eval mode an image must not depend on its neighbours: there the running mean and
the running variance, collected in training, stand in for those of the batch.

torch's own normalizing functions are not to be called.
"""

from torch import Tensor, nn


class BatchNorm2d(nn.Module):
    """(x - mean) / sqrt(var + eps) * weight + bias, channel by channel.

    ``weight`` and ``bias`` are parameters, ``running_mean`` and ``running_var`` buffers, all of
    shape [num_features].
    """

    def __init__(self, num_features: int, eps: float = 1e-5, momentum: float = 0.1):
        """Start with weights and running variances of 1, biases and running means of 0."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return a new tensor of the shape and dtype of ``x`` [N, num_features, H, W].

        In training mode mean and variance are those of the batch, the mean square of what is
        left without the mean; gradients flow through both.  Then the running ones go the share
        ``momentum`` of the way to those of the batch, but with the unbiased variance, which
        divides by one less than the number of pixels.  A single pixel per channel has no
        variance: ValueError.

        In eval mode they are the running ones, and nothing changes.
        """
        raise NotImplementedError
