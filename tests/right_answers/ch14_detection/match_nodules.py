"""Right answers to ch14_detection/match_nodules, written differently."""

import math

import numpy as np

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A distance is the same in both directions.": [
        ("nodules_xyz[:, None] - detected_xyz", "detected_xyz - nodules_xyz[:, None]"),
    ],
    "The maximum begins at 0.": [("detected_classes, 0)", "detected_classes, -1)")],
    "Of two dimensions, 1 is the last.": [("max(axis=1", "max(axis=-1")],
}


@instead_of("match_nodules")
def as_in_the_book(detected_xyz, detected_classes, truth_xyz, truth_diams):
    unmatched_detections = np.ones(len(detected_xyz), dtype=bool)
    matched_true_nodules = np.zeros(len(truth_xyz), dtype=int)
    if len(detected_xyz) and len(truth_xyz):
        normalized_dists = (
            np.linalg.norm(truth_xyz[:, None] - detected_xyz[None], ord=2, axis=-1)
            / truth_diams[:, None]
        )
        matches = normalized_dists < 0.7
        for i_tn, i_detection in zip(*matches.nonzero(), strict=True):
            matched_true_nodules[i_tn] = max(
                matched_true_nodules[i_tn], detected_classes[i_detection]
            )
            unmatched_detections[i_detection] = False
    return matched_true_nodules, unmatched_detections


@instead_of("match_nodules")
def pair_by_pair(detected_xyz, detected_classes, nodules_xyz, diameters_mm):
    near = [
        [math.dist(there, here) / diameter < 0.7 for here in detected_xyz]
        for there, diameter in zip(nodules_xyz, diameters_mm, strict=True)
    ]
    found = [
        max((c for c, it in zip(detected_classes, row, strict=True) if it), default=0)
        for row in near
    ]
    unused = [not any(row[d] for row in near) for d in range(len(detected_xyz))]
    return np.array(found, dtype=np.int64), np.array(unused, dtype=bool)
