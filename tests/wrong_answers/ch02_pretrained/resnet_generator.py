"""Wrong answers to ch02_pretrained/resnet_generator, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


class Residual(nn.Module):
    def __init__(self, n, plus=True):
        super().__init__()
        self.plus = plus
        self.layers = nn.Sequential(
            *(nn.ReflectionPad2d(1), nn.Conv2d(n, n, 3), nn.InstanceNorm2d(n), nn.ReLU(True)),
            *(nn.ReflectionPad2d(1), nn.Conv2d(n, n, 3), nn.InstanceNorm2d(n)),
        )

    def forward(self, x):
        y = self.layers(x)
        return x + y if self.plus else y


def build(n_chans, n_blocks, up, block=Residual, end=()):
    n = n_chans
    layers = [nn.ReflectionPad2d(3), nn.Conv2d(3, n, 7), nn.InstanceNorm2d(n), nn.ReLU(True)]
    for _ in range(2):
        layers += [nn.Conv2d(n, 2 * n, 3, stride=2, padding=1), nn.InstanceNorm2d(2 * n), nn.ReLU()]
        n *= 2
    layers += [block(n) for _ in range(n_blocks)]
    for _ in range(2):
        layers += [up(n), nn.InstanceNorm2d(n // 2), nn.ReLU()]
        n //= 2
    return nn.Sequential(*layers, nn.ReflectionPad2d(3), nn.Conv2d(n, 3, 7), *end)


def transposed(n, extra=1):
    return nn.ConvTranspose2d(n, n // 2, 3, stride=2, padding=1, output_padding=extra)


@instead_of("resnet_generator")
def a_pixel_short(n_chans=64, n_blocks=9):
    """Each doubling is a pixel short.

    Known: no_output_padding.
    """
    return build(n_chans, n_blocks, lambda n: transposed(n, 0), end=[nn.Tanh()])


@instead_of("resnet_generator")
def plain_and_unbounded(n_chans=64, n_blocks=9):
    """The blocks do not add their input, and there is no tanh.

    Known: no_residual, no_tanh.
    """
    return build(n_chans, n_blocks, transposed, lambda n: Residual(n, plus=False))


@instead_of("resnet_generator")
def sigmoid_at_the_end(n_chans=64, n_blocks=9):
    """Numbers are from 0 to 1.

    Known: sigmoid_for_tanh.
    """
    return build(n_chans, n_blocks, transposed, end=[nn.Sigmoid()])


@instead_of("to_pixels")
def cut_off(out):
    """What is negative becomes 0.

    Known: clamped.
    """
    return torch.clamp(out, min=0.0, max=1.0)


@instead_of("to_pixels")
def as_bytes(out):
    """Numbers from 0 to 255, rounded.

    Known: nothing.
    """
    return ((out + 1) * 127.5).to(torch.uint8)


@instead_of("to_pixels")
def halved_where_it_is(out):
    """The argument is changed.

    Known: in_place.
    """
    out += 1
    out /= 2
    return out
