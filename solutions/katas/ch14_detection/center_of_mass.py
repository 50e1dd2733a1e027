import numpy as np
from scipy import ndimage

Irc = tuple[float, float, float]


def centers_of_mass(hu: np.ndarray, labels: np.ndarray) -> list[Irc]:
    density = hu.clip(-1000, 1000) + 1001
    index = np.arange(1, labels.max() + 1)
    return ndimage.center_of_mass(density, labels, index)
