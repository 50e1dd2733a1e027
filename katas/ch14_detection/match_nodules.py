"""Detections matched to nodules (§14.4).

Radiologists say where the nodules are, and a program says where it has found some.  A detection
belongs to a nodule if it lies near enough, as measured by the size of that nodule: their distance,
divided by the nodule's diameter, is below 0.7.
"""

import numpy as np


def match_nodules(
    detected_xyz: np.ndarray,
    detected_classes: np.ndarray,
    nodules_xyz: np.ndarray,
    diameters_mm: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return what became of the T nodules, and which of the D detections belong to none.

    ``detected_xyz`` [D, 3] and ``nodules_xyz`` [T, 3] are in millimetres.  The class of a
    detection is an int: 1 if it was filtered out again, 2 for benign, 3 for malignant.

    The first result, ints [T], is for each nodule the highest class of the detections that belong
    to it, 0 if none does; a detection may belong to several nodules.  The second, bools [D], is
    True for the detections that belong to no nodule.  D and T may be 0.
    """
    raise NotImplementedError
