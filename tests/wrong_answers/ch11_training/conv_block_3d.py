"""Wrong answers to ch11_training/conv_block_3d, as people write them."""

import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("ConvBlock3d")
class AsTheBookHasIt(nn.Module):
    """The last plane of an odd size is lost.

    Known: the_last_plane_dropped_as_in_the_book.
    """

    def __init__(self, in_channels, conv_channels):
        super().__init__()
        self.conv1 = nn.Conv3d(in_channels, conv_channels, kernel_size=3, padding=1, bias=True)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv3d(conv_channels, conv_channels, kernel_size=3, padding=1, bias=True)
        self.relu2 = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool3d(2, 2)

    def forward(self, input_batch):
        block_out = self.relu1(self.conv1(input_batch))
        block_out = self.relu2(self.conv2(block_out))
        return self.maxpool(block_out)


@instead_of("ConvBlock3d")
class ReluOnlyBehindThePool(nn.Module):
    """There is one relu, at the very end.

    Known: no_relu_in_between.
    """

    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.conv1 = nn.Conv3d(in_channels, out_channels, 3, padding=1)
        self.conv2 = nn.Conv3d(out_channels, out_channels, 3, padding=1)
        self.pool = nn.MaxPool3d(2, ceil_mode=True)

    def forward(self, x):
        return F.relu(self.pool(self.conv2(self.conv1(x))))


@instead_of("ConvBlock3d")
class ChannelsChangeLast(nn.Module):
    """The first convolution keeps the channels, and an odd size loses a plane.

    Known: channels_of_the_second, the_last_plane_dropped_as_in_the_book.
    """

    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.conv1 = nn.Conv3d(in_channels, in_channels, 3, padding=1)
        self.conv2 = nn.Conv3d(in_channels, out_channels, 3, padding=1)

    def forward(self, x):
        x = F.relu(self.conv1(x))
        x = F.relu(self.conv2(x))
        return F.max_pool3d(x, 2)


@instead_of("ConvBlock3d")
class Unpadded(nn.Module):
    """Each convolution cuts off the border.

    Known: no_padding.
    """

    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.conv1 = nn.Conv3d(in_channels, out_channels, 3)
        self.conv2 = nn.Conv3d(out_channels, out_channels, 3)
        self.pool = nn.MaxPool3d(2, ceil_mode=True)

    def forward(self, x):
        return self.pool(F.relu(self.conv2(F.relu(self.conv1(x)))))


@instead_of("ConvBlock3d")
class ReluInPlaceOnTheInput(nn.Module):
    """What comes in is cut off at zero, in the caller's own volume.

    Known: relu_ahead_of_the_convolutions, the_volume_edited.
    """

    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.conv1 = nn.Conv3d(in_channels, out_channels, 3, padding=1)
        self.conv2 = nn.Conv3d(out_channels, out_channels, 3, padding=1)

    def forward(self, x):
        x = self.conv1(F.relu(x.detach(), inplace=True))
        x = self.conv2(F.relu(x))
        return F.max_pool3d(x, 2, ceil_mode=True)


@instead_of("ConvBlock3d")
class OneCopiedLine(nn.Module):
    """The second convolution is a copy of the first, and there is no relu behind it.

    Known: channels_of_the_block, no_relu_at_the_end.
    """

    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.conv1 = nn.Conv3d(in_channels, out_channels, 3, padding=1)
        self.conv2 = nn.Conv3d(in_channels, out_channels, 3, padding=1)

    def forward(self, x):
        x = self.conv2(self.conv1(x).relu())
        return nn.functional.max_pool3d(x, 2, ceil_mode=True)
