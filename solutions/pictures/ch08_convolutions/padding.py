"""Where a kernel of three taps comes to lie.

Each row is one output, each column a pixel; the solid grey at the ends is padding.  Count the
rows: that is the size that comes out.
"""

from katas._dojo.showing.page import BLUE, GREY
from katas.ch08_convolutions.padding import conv_output_size, same_padding

SIZE, TAPS = 7, 3


def draw(figure):
    figure.set_size_inches(6, 4.8)
    same, _ = same_padding(TAPS)
    wide, _ = same_padding(TAPS, dilation=2)
    layers = [
        {"padding": 0},
        {"padding": same},
        {"padding": same, "stride": 2},
        {"padding": wide, "dilation": 2},
    ]
    for ax, layer in zip(figure.subplots(2, 2).flat, layers, strict=True):
        n_outputs = conv_output_size(SIZE, TAPS, **layer)
        _taps(ax, n_outputs, **layer)
        settings = ", ".join(f"{name} {value}" for name, value in layer.items())
        ax.set_title(f"{settings}: {SIZE} → {n_outputs}")


def _taps(ax, n_outputs, padding, stride=1, dilation=1):
    pixels = range(-padding, SIZE + padding)
    for output in range(n_outputs):
        taps = {output * stride - padding + tap * dilation for tap in range(TAPS)}
        shades = [(BLUE, 1) if pixel in taps else _grey(pixel) for pixel in pixels]
        ax.bar(pixels, 0.8, 0.9, bottom=output, color=shades)
    ax.set(xlim=(-2.6, SIZE + 1.6), ylim=(SIZE, -0.1))
    ax.axis("off")


def _grey(pixel):
    return GREY, 0.15 if 0 <= pixel < SIZE else 0.5
