"""Normalizing images (§7.1.4).

Each channel of a data set, red, green and blue, is shifted and scaled to mean 0 and standard
deviation 1.  Both numbers come from all pixels of all images, once for each channel, and every
image is then normalized by these same six numbers.

An image is [3, H, W], a batch of them [N, 3, H, W]; ``mean`` and ``std`` are [3].  All are of one
floating-point dtype, and so are the results.  Nothing that comes in is changed.
"""

from collections.abc import Sequence

from torch import Tensor


def channel_stats(dataset: Sequence[tuple[Tensor, int]]) -> tuple[Tensor, Tensor]:
    """Return the mean of each channel, then its standard deviation.

    ``dataset`` holds pairs of an image and its label; its images are all of one size.  The standard
    deviation is that of ``torch.std``, with the number of values less 1.
    """
    raise NotImplementedError


def normalize(images: Tensor, mean: Tensor, std: Tensor) -> Tensor:
    """Return the image, or the batch, less each channel's mean, then divided by its deviation.

    >>> image = torch.tensor([0.25, 0.5, 1.0]).reshape(3, 1, 1)
    >>> normalize(image, torch.tensor([0.5, 0.5, 0.5]), torch.tensor([0.25, 0.25, 0.5])).flatten()
    tensor([-1., 0., 1.])
    """
    raise NotImplementedError


def denormalize(images: Tensor, mean: Tensor, std: Tensor) -> Tensor:
    """Return the image or the batch that ``normalize`` has made ``images`` of."""
    raise NotImplementedError
