"""Wrong answers to ch08_convolutions/translation, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of
from katas.ch08_convolutions.translation import shift


@instead_of("shift")
def rolled(images, down, right):
    """What leaves comes in on the other side.

    Known: round_and_round.
    """
    return torch.roll(images, shifts=(down, right), dims=(-2, -1))


@instead_of("shift")
def positive_only(images, down, right):
    """Images move down and to the right only.

    Known: nothing.
    """
    out = torch.zeros_like(images)
    h, w = images.shape[2:]
    out[:, :, down:, right:] = images[:, :, : h - down, : w - right]
    return out


@instead_of("shift_error")
def invariance(layer, images, down, right):
    """The output for moved images is compared with the one that has not moved.

    Known: compared_with_what_has_not_moved.
    """
    return torch.max(torch.abs(layer(images) - layer(shift(images, down, right))))


@instead_of("Detector")
class SamePadding(nn.Module):
    """One zero stands around the image, so that kernels miss objects at the border.

    Known: one_zero_around_the_image.
    """

    def __init__(self, n_channels, n_features):
        super().__init__()
        self.conv = nn.Conv2d(n_channels, n_features, 3, padding="same")
        self.pool = nn.AdaptiveMaxPool2d(1)

    def forward(self, x):
        return self.pool(self.conv(x)).flatten(1)


@instead_of("Detector")
class AveragePool(nn.Module):
    """Answers are averaged over all places.

    Known: averaged_over_places.
    """

    def __init__(self, n_channels, n_features):
        super().__init__()
        self.conv = nn.Conv2d(n_channels, n_features, 3, padding=2)

    def forward(self, x):
        return nn.functional.adaptive_avg_pool2d(self.conv(x), 1)[:, :, 0, 0]


@instead_of("shift")
def shifted_in_place(images, down, right):
    """The images of the caller move.

    Known: moved_in_place.
    """
    h, w = images.shape[-2:]
    moved = images.roll((down, right), dims=(2, 3))
    if down > 0:
        moved[:, :, :down] = 0
    elif down < 0:
        moved[:, :, h + down :] = 0
    if right > 0:
        moved[:, :, :, :right] = 0
    elif right < 0:
        moved[:, :, :, w + right :] = 0
    images.copy_(moved)
    return images


@instead_of("shift")
def right_then_down(images, down, right):
    """The two directions are exchanged.

    Known: down_for_right.
    """
    return nn.functional.pad(images, (down, -down, right, -right))


@instead_of("shift")
def up_and_left(images, down, right):
    """Images move the other way.

    Known: the_other_way.
    """
    h, w = images.shape[2:]
    padded = nn.functional.pad(images, (abs(right),) * 2 + (abs(down),) * 2)
    top, left = abs(down) + down, abs(right) + right
    return padded[:, :, top : top + h, left : left + w]


@instead_of("shift_error")
def without_absolute_values(layer, images, down, right):
    """Differences below 0 are not seen.

    Known: a_signed_difference.
    """
    return (layer(shift(images, down, right)) - shift(layer(images), down, right)).max()


@instead_of("shift_error")
def mean_difference(layer, images, down, right):
    """The differences are averaged.

    Known: a_mean_difference.
    """
    moved_first = layer(shift(images, down, right))
    moved_last = shift(layer(images), down, right)
    return (moved_first - moved_last).abs().mean()


@instead_of("Detector")
class ReluFirst(nn.Module):
    """Answers below 0 become 0, and a batch of one loses a dimension.

    Known: nothing.
    """

    def __init__(self, n_channels, n_features):
        super().__init__()
        self.conv = nn.Conv2d(n_channels, n_features, kernel_size=3, padding=2)

    def forward(self, x):
        out = torch.relu(self.conv(x))
        return nn.functional.adaptive_max_pool2d(out, 1).squeeze()


@instead_of("Detector")
class LargestInTheMiddle(nn.Module):
    """There is no bias, and no zeros stand around the image.

    Known: without_a_bias.
    """

    def __init__(self, n_channels, n_features):
        super().__init__()
        self.conv = nn.Conv2d(n_channels, n_features, 3, bias=False)

    def forward(self, x):
        return self.conv(x).flatten(2).max(dim=2).values
