"""What one pixel of the output sees.

Four networks on the same image, and what of it reaches the output in the middle: blue is seen, grey
is not.  A second convolution sees farther than the first; behind a pool it sees farther still;
dilation spreads its taps, and with only one layer leaves gaps.
"""

from torch import nn, rand

from katas._dojo.showing.page import BLUE, GREY
from katas.ch08_convolutions.receptive_field import pixels_seen, receptive_field

SIZE = 16


def draw(figure):
    figure.set_size_inches(6, 2)
    first, second = (nn.Conv2d(1, 1, 3, padding=1) for _ in range(2))
    dilated = nn.Conv2d(1, 1, 3, padding=3, dilation=3)
    nets = {
        "one": (nn.Sequential(first), [(3, 1, 1)]),
        "two": (nn.Sequential(first, second), [(3, 1, 1)] * 2),
        "a pool between": (
            nn.Sequential(first, nn.AvgPool2d(2), second),
            [(3, 1, 1), (2, 2, 1), (3, 1, 1)],
        ),
        "dilation 3": (dilated, [(3, 1, 3)]),
    }
    for ax, (name, (net, layers)) in zip(figure.subplots(1, 4), nets.items(), strict=True):
        image = rand(1, 1, SIZE, SIZE)
        middle = net(image).shape[-1] // 2
        _pixels(ax, pixels_seen(net, image, middle, middle))
        ax.set_title(f"{name}: {receptive_field(layers)}")


def _pixels(ax, seen):
    for these, color, alpha in ((seen, BLUE, 1), (~seen, GREY, 0.25)):
        rows, columns = these.nonzero(as_tuple=True)
        ax.scatter(columns, rows, s=16, marker="s", color=color, alpha=alpha, linewidths=0)
    ax.set(xlim=(-1, SIZE), ylim=(SIZE, -1), aspect="equal")
    ax.axis("off")
