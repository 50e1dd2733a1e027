"""Right answers to ch02_pretrained/resnet_generator, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A norm without parameters does not use its number of channels.": [
        ("nn.InstanceNorm2d(n // 2)", "nn.InstanceNorm2d(n / 2)"),
    ],
}


class ResNetBlock(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.conv_block = nn.Sequential(
            nn.ReflectionPad2d(1),
            nn.Conv2d(dim, dim, kernel_size=3, padding=0, bias=True),
            nn.InstanceNorm2d(dim),
            nn.ReLU(True),
            nn.ReflectionPad2d(1),
            nn.Conv2d(dim, dim, kernel_size=3, padding=0, bias=True),
            nn.InstanceNorm2d(dim),
        )

    def forward(self, x):
        return x + self.conv_block(x)


@instead_of("resnet_generator")
def as_the_book_does(n_chans=64, n_blocks=9):
    model = [nn.ReflectionPad2d(3), nn.Conv2d(3, n_chans, 7), nn.InstanceNorm2d(n_chans)]
    model += [nn.ReLU(True)]
    for i in range(2):
        n = n_chans * 2**i
        model += [nn.Conv2d(n, n * 2, kernel_size=3, stride=2, padding=1)]
        model += [nn.InstanceNorm2d(n * 2), nn.ReLU(True)]
    for _ in range(n_blocks):
        model += [ResNetBlock(n_chans * 4)]
    for i in range(2):
        n = n_chans * 2 ** (2 - i)
        model += [
            nn.ConvTranspose2d(n, int(n / 2), kernel_size=3, stride=2, padding=1, output_padding=1),
            nn.InstanceNorm2d(int(n / 2)),
            nn.ReLU(True),
        ]
    model += [nn.ReflectionPad2d(3), nn.Conv2d(n_chans, 3, kernel_size=7), nn.Tanh()]
    return nn.Sequential(*model)


class _Plus(nn.Sequential):
    def forward(self, x):
        return super().forward(x).add(x)


@instead_of("resnet_generator")
def with_padding_modes(n_chans=64, n_blocks=9):
    def same(n_in, n_out, size):
        return nn.Conv2d(n_in, n_out, size, padding="same", padding_mode="reflect")

    def normed(conv):
        return nn.Sequential(conv, nn.InstanceNorm2d(conv.out_channels))

    down = [nn.Conv2d(n_chans * k, n_chans * 2 * k, 3, 2, 1) for k in (1, 2)]
    up = [nn.ConvTranspose2d(n_chans * 2 * k, n_chans * k, 3, 2, 1, 1) for k in (2, 1)]
    parts = [it for conv in [same(3, n_chans, 7), *down] for it in (normed(conv), nn.ReLU())]
    n = 4 * n_chans
    for _ in range(n_blocks):
        parts.append(_Plus(normed(same(n, n, 3)), nn.ReLU(), normed(same(n, n, 3))))
    parts += [it for conv in up for it in (normed(conv), nn.ReLU())]
    return nn.Sequential(*parts, same(n_chans, 3, 7), nn.Tanh())


@instead_of("to_pixels")
def half_and_half(out):
    return out * 0.5 + 0.5


@instead_of("to_pixels")
def from_dark_to_bright(out):
    return torch.lerp(torch.full_like(out, 0.5), torch.ones_like(out), out)
