"""What width costs.

Each bar is a network, and its height the number of its parameters.  A network twice as wide has
twice as many weights in its first linear layer, where most of them are, but four times as many
between its two convolutions: these take over in the end.
"""

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch08_convolutions.width import NetWidth

WIDTHS = [8, 16, 32, 64, 128]


def draw(figure):
    ax = figure.subplots()
    places = range(len(WIDTHS))
    nets = [[it.numel() for it in NetWidth(n_chans1=width).parameters()] for width in WIDTHS]
    between = [9 * width * (width // 2) for width in WIDTHS]
    linear = [32 * 64 * (width // 2) for width in WIDTHS]
    rest = [sum(net) - a - b for net, a, b in zip(nets, between, linear, strict=True)]
    below = [0] * len(WIDTHS)
    parts = [
        ("first linear layer", linear, BLUE),
        ("second convolution", between, ORANGE),
        ("all else", rest, GREY),
    ]
    for name, part, color in parts:
        ax.bar(places, part, bottom=below, color=color, label=name)
        below = [a + b for a, b in zip(below, part, strict=True)]
    ax.set_xticks(places, labels=map(str, WIDTHS))
    ax.set(xlabel="channels", ylabel="parameters")
    ax.legend(frameon=False)
