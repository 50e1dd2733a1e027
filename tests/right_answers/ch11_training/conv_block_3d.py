"""Right answers to ch11_training/conv_block_3d, written differently."""

import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("ConvBlock3d")
class TheBlockOfTheBookRoundedUp(nn.Module):
    def __init__(self, in_channels, conv_channels):
        super().__init__()
        self.conv1 = nn.Conv3d(in_channels, conv_channels, kernel_size=3, padding=1, bias=True)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv3d(conv_channels, conv_channels, kernel_size=3, padding=1, bias=True)
        self.relu2 = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool3d(2, 2, ceil_mode=True)

    def forward(self, input_batch):
        block_out = self.conv1(input_batch)
        block_out = self.relu1(block_out)
        block_out = self.conv2(block_out)
        block_out = self.relu2(block_out)

        return self.maxpool(block_out)


@instead_of("ConvBlock3d")
class ReluAfterThePool(nn.Sequential):
    """The largest of what relu lets through is what relu lets through of the largest."""

    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.conv1 = nn.Conv3d(in_channels, out_channels, 3, padding="same")
        self.relu = nn.ReLU()
        self.conv2 = nn.Conv3d(out_channels, out_channels, 3, padding="same")
        self.pool = nn.MaxPool3d(2, ceil_mode=True)
        self.last = nn.ReLU()


@instead_of("ConvBlock3d")
class PaddedToEvenSizes(nn.Module):
    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.conv1, self.conv2 = (
            nn.Conv3d(it, out_channels, (3, 3, 3), padding=(1, 1, 1))
            for it in (in_channels, out_channels)
        )

    def forward(self, x):
        for conv in self.conv1, self.conv2:
            x = functional.relu(conv(x))
        d, h, w = x.shape[2:]
        # Nothing is smaller than what relu gives.
        x = functional.pad(x, (0, w % 2, 0, h % 2, 0, d % 2))
        x = torch.maximum(x[:, :, ::2], x[:, :, 1::2])
        x = torch.maximum(x[..., ::2, :], x[..., 1::2, :])
        return torch.maximum(x[..., ::2], x[..., 1::2])
