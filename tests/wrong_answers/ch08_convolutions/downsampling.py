"""Wrong answers to ch08_convolutions/downsampling, as people write them."""

from torch import nn
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("average_pool")
def cut_anew(images, n):
    """Numbers that follow one another are averaged, instead of those in a square.

    Known: numbers_in_a_row.
    """
    batch, channels, height, width = images.shape
    height, width = height // n, width // n
    images = images[:, :, : height * n, : width * n]
    return images.reshape(batch, channels, height, width, n * n).mean(dim=4)


@instead_of("average_pool")
def resized(images, n):
    """One pixel of each square is kept, as when an image is resized without interpolation.

    Known: one_pixel_of_each_square.
    """
    height, width = images.shape[-2:]
    return functional.interpolate(images, size=(height // n, width // n), mode="nearest")


@instead_of("max_pool")
def zeros_fill_the_last_squares(images, n):
    """The last rows and columns have squares of their own, filled up with zeros.

    Known: the_rest_kept.
    """
    below, right = (-size % n for size in images.shape[2:])
    padded = functional.pad(images, (0, right, 0, below))
    return padded.unfold(2, n, n).unfold(3, n, n).amax(dim=(4, 5))


@instead_of("max_pool")
def over_everything(images, n):
    """The largest of the square is searched in all channels at once.

    Known: nothing.
    """
    out = nn.MaxPool2d(n)(images)
    return out.max(dim=1, keepdim=True)[0].repeat(1, images.shape[1], 1, 1)


@instead_of("strided_conv")
def pixels_skipped(images, weight, n):
    """The convolution sees every n-th pixel only.

    Known: pixels_left_out_first.
    """
    smaller = images[:, :, ::n, ::n]
    return functional.conv2d(smaller, weight, padding="same")


@instead_of("strided_conv")
def without_padding(images, weight, n):
    """The first answer is where the whole kernel lies on the image.

    Known: not_padded.
    """
    conv = nn.Conv2d(weight.shape[1], weight.shape[0], 3, stride=n, bias=False)
    return functional.conv2d(images, weight, bias=conv.bias, stride=conv.stride)


@instead_of("strided_conv")
def convolved_then_pooled(images, weight, n):
    """The answers are pooled, those that do not fill a square left out.

    Known: answers_pooled.
    """
    return functional.max_pool2d(functional.conv2d(images, weight, padding=1), n)
