import numpy as np
from scipy import ndimage


def connected_components(mask: np.ndarray) -> tuple[np.ndarray, list[int]]:
    labels, _ = ndimage.label(mask)
    sizes = np.bincount(labels.flatten())
    return labels, sizes[1:].tolist()  # 0 is what is in no component
