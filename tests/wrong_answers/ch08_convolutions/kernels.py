"""Wrong answers to ch08_convolutions/kernels, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("blur")
def typed_from_the_book(n_channels):
    """Weights of 1/9 add up to 1 in each channel, and to more over all of them.

    Known: the_blur_of_the_book.
    """
    conv = nn.Conv2d(n_channels, 1, kernel_size=3, padding=1)
    with torch.no_grad():
        conv.bias.zero_()
        conv.weight.fill_(1.0 / 9.0)
    return conv


@instead_of("blur")
def no_bias_reset(n_channels):
    """The bias stays as it was drawn.

    Known: a_random_bias.
    """
    conv = nn.Conv2d(n_channels, 1, kernel_size=3, padding=1)
    conv.weight.data.fill_(1 / (9 * n_channels))
    return conv


@instead_of("vertical_edges")
def flipped(n_channels):
    """The right is subtracted from the left.

    Known: left_less_right.
    """
    conv = nn.Conv2d(n_channels, 1, 3, padding=1, bias=False)
    conv.weight.data[:] = torch.tensor([[1.0, 0.0, -1.0], [1.0, 0.0, -1.0], [1.0, 0.0, -1.0]])
    return conv


@instead_of("vertical_edges")
def frozen_data(n_channels):
    """The weights cannot be trained further.

    Known: frozen.
    """
    conv = nn.Conv2d(n_channels, 1, 3, padding=1, bias=False)
    k = torch.tensor([-1.0, 0.0, 1.0]).expand(1, n_channels, 3, 3).clone()
    conv.weight = nn.Parameter(k, requires_grad=False)
    return conv


@instead_of("vertical_edges")
def lying(n_channels):
    """The kernel answers to horizontal edges.

    Known: horizontal_edges.
    """
    conv = nn.Conv2d(n_channels, 1, 3, padding=1, bias=False)
    k = torch.tensor([[-1.0, -1.0, -1.0], [0.0, 0.0, 0.0], [1.0, 1.0, 1.0]])
    conv.weight = nn.Parameter(k.repeat(1, n_channels, 1, 1))
    return conv


@instead_of("blur")
def border_repeated(n_channels):
    """The border of the image is repeated, where zeros should stand.

    Known: the_border_repeated.
    """
    conv = nn.Conv2d(n_channels, 1, 3, padding=1, padding_mode="replicate", bias=False)
    nn.init.constant_(conv.weight, 1 / (9 * n_channels))
    return conv


@instead_of("blur")
def channel_by_channel(n_channels):
    """Each channel is blurred by itself, so that as many come out.

    Known: one_output_for_each_channel.
    """
    conv = nn.Conv2d(n_channels, n_channels, 3, padding=1, groups=n_channels, bias=False)
    nn.init.constant_(conv.weight, 1 / 9)
    return conv


@instead_of("vertical_edges")
def sobel(n_channels):
    """The middle row counts twice.

    Known: a_sobel_kernel.
    """
    conv = nn.Conv2d(n_channels, 1, 3, padding=1, bias=False)
    with torch.no_grad():
        conv.weight[:] = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    return conv


@instead_of("vertical_edges")
def edges_of_red(n_channels):
    """Only the first channel is looked at.

    Known: nothing.
    """
    conv = nn.Conv2d(n_channels, 1, 3, padding=1)
    with torch.no_grad():
        conv.weight.zero_()
        conv.weight[0, 0] = torch.tensor([[-1.0, 0, 1], [-1.0, 0, 1], [-1.0, 0, 1]])
        conv.bias.zero_()
    return conv


@instead_of("vertical_edges")
def of_the_book_with_its_bias(n_channels):
    """The bias is left as it was drawn, and no pixel stands around the image.

    Known: a_random_bias, not_padded.
    """
    conv = nn.Conv2d(n_channels, 1, kernel_size=3)
    with torch.no_grad():
        conv.weight[:] = torch.tensor([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
    return conv
