"""How shapes stretch until they fit.

Faint cells are copies.  Shapes meet on the right: a missing size counts as 1, a 1 stretches,
and two other sizes clash.
"""

from katas._dojo.showing.page import BLUE, GREEN, ORANGE, RED
from katas.ch05_mechanics.broadcasting import broadcast_shape

PAIRS = [((3, 1), (4,)), ((2, 4), (4,)), ((2, 4), (2, 1)), ((2, 4), (3,))]


def draw(figure):
    figure.set_size_inches(6, 4.8)
    rows = figure.subplots(len(PAIRS), 3, height_ratios=[3, 2, 2, 2])
    for axes, (one, other) in zip(rows, PAIRS, strict=True):
        try:
            result = broadcast_shape(one, other)
        except ValueError as error:
            result = None
            _message(axes[2], f"ValueError:\n{error}")
        _cells(axes[0], one, result, BLUE, "")
        _cells(axes[1], other, result, ORANGE, "and ")
        if result:
            _cells(axes[2], result, result, GREEN, "give ")


def _cells(ax, shape, stretched, color, word):
    height, width = _rows_and_columns(shape)
    n_rows, n_columns = _rows_and_columns(stretched or shape)
    columns = range(n_columns)
    for row in range(n_rows):
        shades = [(color, 1 if row < height and column < width else 0.25) for column in columns]
        ax.bar(columns, 0.9, 0.9, bottom=row, color=shades)
    ax.set(title=f"{word}{list(shape)}", xlim=(-0.6, 3.6), ylim=(max(n_rows, 2), -0.1))
    ax.set_aspect("equal")
    ax.axis("off")


def _message(ax, text):
    ax.text(0.5, 0.6, text, transform=ax.transAxes, color=RED, ha="center", va="center", wrap=True)
    ax.axis("off")


def _rows_and_columns(shape):
    return (1, *shape)[-2:]
