"""Half, a quarter, a quarter.

The first 24 samples, in rows of two turns: orange is malignant, blue benign, and grey is no nodule.
The number is the place in its list.  There are five malignant ones here, three benign ones and
four that are no nodule: each list begins again by itself.
"""

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch14_detection.malignant_sampling import malignancy_sample

LISTS = [(5, ORANGE), (3, BLUE), (4, GREY)]
COLUMNS = 8


def draw(figure):
    figure.set_size_inches(5, 2.4)
    ax = figure.subplots()
    lists = [[(place, color) for place in range(size)] for size, color in LISTS]
    for index in range(3 * COLUMNS):
        (place, color), malignant = malignancy_sample(index, *lists)
        row, column = divmod(index, COLUMNS)
        x, y = column + 0.15 * (column >= 4), -row
        ax.fill([x, x + 0.9, x + 0.9, x], [y, y, y + 0.85, y + 0.85], color=color)
        weight = "bold" if malignant else "normal"
        ax.text(
            x + 0.45, y + 0.42, str(place), color="white", weight=weight, ha="center", va="center"
        )
    ax.set(aspect="equal")
    ax.axis("off")
