"""Max pooling (§8.2.3).

Of each window only the largest pixel is kept, channel by channel.  With windows of 2x2 side by
side that halves the image, and what was found stays: a strong answer of a kernel is still there,
at half the size.

Torch's own max pooling is not to be called; ``pad``, ``unfold``, ``max`` may.
"""

from torch import Tensor


def max_pool2d(
    images: Tensor, kernel_size: int, stride: int | None = None, padding: int = 0
) -> Tensor:
    """Return what torch's max_pool2d does for ``images`` [N, C, H, W], in their dtype.

    Windows are ``kernel_size`` pixels high and wide, ``stride`` apart, by default side by side;
    where no whole window fits, pixels are left out.  ``padding``, at most half of kernel_size,
    lets windows begin and end so many pixels outside the image; no pixel there is ever the
    largest.  The gradient of a window goes to its largest pixel: to one only, if several are.

    >>> max_pool2d(torch.tensor([[[[-4.0, -1.0, -7.0], [-2.0, -3.0, -9.0]]]]), 2)
    tensor([[[[-1.]]]])
    """
    raise NotImplementedError
