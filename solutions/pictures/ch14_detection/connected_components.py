"""What touches is one.

Each component of a mask has its colour, and its size in it.  Over a corner nothing touches: the
two squares in the middle are two.
"""

import numpy as np

from katas.ch14_detection.connected_components import connected_components

ROWS = """
..............
.###....##....
.####...##....
..###.....##..
..........##..
.#............
.#..######....
.#.......#..#.
.####....#....
..............
"""


def draw(figure):
    figure.set_size_inches(5, 3.6)
    ax = figure.subplots()
    mask = np.array([[it == "#" for it in row] for row in ROWS.split()])
    labels, sizes = connected_components(mask[None])
    shown = np.where(mask, labels[0], np.nan)
    ax.imshow(shown, cmap="tab10", vmin=1, vmax=10)
    for label, size in enumerate(sizes, 1):
        rows, columns = np.nonzero(labels[0] == label)
        ax.text(columns[-1], rows[-1], str(size), color="white", ha="center", va="center")
    ax.set(xticks=[], yticks=[], title="components, with their sizes")
