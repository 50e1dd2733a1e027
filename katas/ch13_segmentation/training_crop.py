"""A random window for training (§13.5.6).

Around each nodule a chunk is cut out once and kept, larger than what the net is shown.  In each
epoch the net sees another window of it, so that the nodule is not always in the middle.  Image and
mask are cut alike, and cut out for good: the chunk is needed again.
"""

from torch import Generator, Tensor


def training_crop(
    chunk: Tensor, mask: Tensor, size: int, generator: Generator
) -> tuple[Tensor, Tensor]:
    """Return the same window of ``chunk`` [C, H, W] and ``mask`` [M, H, W], as copies.

    They are [C, size, size] and [M, size, size], each in the dtype that it had.  All places where
    the window lies within the chunk are equally likely; ``generator``, on the CPU, draws one.
    H and W are at least ``size``.
    """
    raise NotImplementedError
