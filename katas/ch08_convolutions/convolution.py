"""Convolution (§8.1.1).

A kernel slides over the image.  At each place its numbers are multiplied by the pixels under
them, one by one, and everything is added up: over rows, columns, input channels.  The kernel is
not flipped, unlike in the convolution of mathematics.  Each kernel makes one output channel.

Torch's own convolutions are not to be called; ``pad``, ``unfold``, ``einsum`` may.
"""

from torch import Tensor


def conv2d(
    images: Tensor, weight: Tensor, bias: Tensor, stride: int = 1, padding: int = 0
) -> Tensor:
    """Return what torch's conv2d does, a tensor [N, C_out, H', W'] of the same dtype.

    ``images`` is [N, C_in, H, W], ``weight`` [C_out, C_in, kH, kW], ``bias`` [C_out].
    ``padding`` rows and columns of zeros are added on each side.  The kernel then moves by
    ``stride`` pixels, down as well as to the right, for as long as it fits.

    >>> conv2d(torch.ones(1, 3, 4, 5), torch.ones(2, 3, 3, 3), torch.tensor([0.0, 100.0]))[0, :, 0]
    tensor([[ 27.,  27.,  27.],
            [127., 127., 127.]])
    """
    raise NotImplementedError
