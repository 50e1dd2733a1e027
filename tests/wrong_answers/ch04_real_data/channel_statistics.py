"""Wrong answers to ch04_real_data/channel_statistics, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("standardize")
def over_the_images(batch):
    """Each pixel has its own statistics.

    Known: over_the_images_only.
    """
    x = batch.float() / 255.0
    return (x - torch.mean(x, dim=0)) / torch.std(x, dim=0)


@instead_of("standardize")
def into_the_bytes(batch):
    """The new numbers are cut down to bytes.

    Known: back_into_bytes.
    """
    result = batch.clone()
    for c in range(result.shape[1]):
        channel = batch[:, c].float()
        result[:, c] = (channel - channel.mean()) / channel.std()
    return result


@instead_of("standardize")
def a_view_of_the_batch(batch):
    """A view mixes the channels, and divides by N.

    Known: a_view_that_mixes_channels, divided_by_n.
    """
    x = batch / 255
    flat = x.view(x.shape[1], -1)
    mean = flat.mean(1).view(1, -1, 1, 1)
    std = flat.std(1, correction=0).view(1, -1, 1, 1)
    return (x - mean) / std


@instead_of("standardize")
def bytes_and_fractions(batch):
    """Statistics of bytes, for numbers from 0 to 1.

    Known: statistics_of_bytes.
    """
    x = batch.to(torch.float32)
    mean = x.mean(dim=(0, 2, 3))
    std = x.std(dim=(0, 2, 3))
    x = x / 255
    return (x - mean[None, :, None, None]) / std[None, :, None, None]
