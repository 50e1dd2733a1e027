"""A mask that moves along (§13.5.7).

A label that is an image has to go wherever the image goes: one matrix for both.  Noise is for the
image alone.  And between two pixels a mask that is read in proportion is a fraction: at the end
each pixel has to be True or False again.
"""

from collections.abc import Callable

from torch import Generator, Tensor


def augment(
    images: Tensor,
    masks: Tensor,
    draw_matrix: Callable[[], Tensor],
    noise: float,
    generator: Generator,
) -> tuple[Tensor, Tensor]:
    """Return ``images`` [N, C, H, W] and ``masks`` [N, 1, H, W], resampled bilinearly.

    ``draw_matrix()`` gives another matrix [2, 3] each time, as ``affine_grid`` takes it, of the
    images' dtype.  One of them is for the whole batch.  Edges are at -1 and 1, not centres of
    pixels.  What lies outside is as the pixel at the border.  The masks are of bool, whatever they
    were: True where more than half of what is read is.

    To each pixel of the images, once they are resampled, comes a normal number times ``noise``,
    drawn by ``generator``, which is on their device.  What comes back needs no gradient.
    """
    raise NotImplementedError
