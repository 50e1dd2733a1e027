"""Where a nodule is.

A nodule, and the line around all that was marked as one, some of it lung.  The cross is the centre
of mass, the ring the middle of what is marked.  The dot is what comes out if the Hounsfield units
themselves are the weights: it lies on the wrong side.
"""

import numpy as np

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch14_detection.center_of_mass import centers_of_mass


def draw(figure):
    figure.set_size_inches(5, 3.8)
    ax = figure.subplots()
    rows, columns = np.mgrid[:30, :40]
    hu = np.full((1, 30, 40), -850)
    hu[0, (rows - 15) ** 2 + (columns - 22) ** 2 < 30] = 40
    marked = (rows - 14) ** 2 + (columns - 17) ** 2 < 110
    labels = marked[None].astype(int)
    ((_, row, column),) = centers_of_mass(hu, labels)
    places = np.argwhere(marked)
    middle, bare = places.mean(0), np.average(places, axis=0, weights=hu[0][marked])
    ax.imshow(hu[0], cmap="gray", vmin=-1000, vmax=300)
    ax.contour(marked, [0.5], colors=[GREY])
    ax.plot(column, row, "x", color=ORANGE, markersize=10, label="by density")
    ax.plot(middle[1], middle[0], "o", fillstyle="none", color=BLUE, label="in the middle")
    ax.plot(bare[1], bare[0], ".", color=BLUE, label="by Hounsfield units")
    ax.legend(fontsize=8, loc="upper right")
    ax.axis("off")
