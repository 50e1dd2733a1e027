"""Right answers to ch04_real_data/channel_statistics, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Dimensions to average over come in any order.": [
        ("mean(dim=(0, 2, 3)", "mean(dim=(2, 0, 3)"),
        ("std(dim=(0, 2, 3)", "std(dim=(2, 0, 3)"),
    ],
}


@instead_of("standardize")
def the_loop_of_the_book(batch):
    batch = batch.float()
    batch /= 255.0
    n_channels = batch.shape[1]
    for c in range(n_channels):
        mean = torch.mean(batch[:, c])
        std = torch.std(batch[:, c])
        batch[:, c] = (batch[:, c] - mean) / std
    return batch


@instead_of("standardize")
def channels_in_front(batch):
    channels = batch.transpose(0, 1).float()
    flat = channels.reshape(len(channels), -1)
    std, mean = torch.std_mean(flat, dim=1)
    return ((channels - mean.view(-1, 1, 1, 1)) / std.view(-1, 1, 1, 1)).transpose(0, 1)
