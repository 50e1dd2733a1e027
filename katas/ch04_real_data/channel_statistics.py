"""A batch standardised by channels (§4.1.4).

Models learn best from numbers around 0.  In a batch of images each channel, red, green or blue,
gets mean 0 and standard deviation 1.  Its two statistics are taken over all its pixels, those of
every image in the batch.
"""

from torch import Tensor


def standardize(batch: Tensor) -> Tensor:
    """Return ``batch`` with mean 0 and standard deviation 1 in each channel, as float32.

    ``batch`` is [N, C, H, W] and holds bytes, uint8, which are not all the same in any channel.
    The standard deviation is that of ``torch.std``, with the number of values less 1.

    >>> standardize(torch.tensor([50, 60, 70], dtype=torch.uint8).reshape(1, 1, 1, 3))
    tensor([[[[-1., 0., 1.]]]])
    """
    raise NotImplementedError
