from torch import Tensor, nn


def resnet_generator(n_chans: int = 64, n_blocks: int = 9) -> nn.Sequential:
    return nn.Sequential(
        *_same_size(3, n_chans, 7),
        nn.ReLU(),
        *_halving(n_chans),
        *_halving(2 * n_chans),
        *[_Block(4 * n_chans) for _ in range(n_blocks)],
        *_doubling(4 * n_chans),
        *_doubling(2 * n_chans),
        nn.ReflectionPad2d(3),
        nn.Conv2d(n_chans, 3, 7),
        nn.Tanh(),
    )


def to_pixels(out: Tensor) -> Tensor:
    return (out + 1) / 2


class _Block(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.f = nn.Sequential(*_same_size(n, n, 3), nn.ReLU(), *_same_size(n, n, 3))

    def forward(self, x):
        return x + self.f(x)


def _same_size(n_in, n_out, kernel_size):
    padding = nn.ReflectionPad2d(kernel_size // 2)
    return padding, nn.Conv2d(n_in, n_out, kernel_size), nn.InstanceNorm2d(n_out)


def _halving(n):
    return nn.Conv2d(n, 2 * n, 3, stride=2, padding=1), nn.InstanceNorm2d(2 * n), nn.ReLU()


def _doubling(n):
    conv = nn.ConvTranspose2d(n, n // 2, 3, stride=2, padding=1, output_padding=1)
    return conv, nn.InstanceNorm2d(n // 2), nn.ReLU()
