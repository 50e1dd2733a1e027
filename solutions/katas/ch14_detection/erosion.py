import numpy as np


def erode(mask: np.ndarray) -> np.ndarray:
    padded = np.pad(mask, 1)
    eroded = mask.copy()
    for axis in range(3):
        for shift in (-1, 1):
            neighbour = np.roll(padded, shift, axis)[1:-1, 1:-1, 1:-1]
            eroded &= neighbour
    return eroded
