import numpy as np


def match_nodules(
    detected_xyz: np.ndarray,
    detected_classes: np.ndarray,
    nodules_xyz: np.ndarray,
    diameters_mm: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    offsets = nodules_xyz[:, None] - detected_xyz  # [T, D, 3]
    distances = np.linalg.norm(offsets, axis=-1)
    belongs = distances / diameters_mm[:, None] < 0.7
    highest = np.where(belongs, detected_classes, 0).max(axis=1, initial=0)
    return highest, ~belongs.any(axis=0)
