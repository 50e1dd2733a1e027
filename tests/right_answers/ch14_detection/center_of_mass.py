"""Right answers to ch14_detection/center_of_mass, written differently."""

import numpy as np
import torch
from scipy import ndimage

from katas._dojo.writing.mistakes import instead_of


@instead_of("centers_of_mass")
def as_in_the_book(hu, labels):
    candidate_count = len(set(labels.flatten().tolist()) - {0})
    return ndimage.center_of_mass(
        hu.clip(-1000, 1000) + 1001, labels=labels, index=np.arange(1, candidate_count + 1)
    )


@instead_of("centers_of_mass")
def one_by_one(hu, labels):
    centers = []
    for label in range(1, labels.max() + 1):
        weights = np.clip(hu[labels == label].astype(np.float64), -1000, 1000) + 1001
        center = np.average(np.argwhere(labels == label), axis=0, weights=weights)
        centers.append(tuple(center.tolist()))
    return centers


@instead_of("centers_of_mass")
def by_bins(hu, labels):
    weights = torch.from_numpy(hu).double().clamp(-1000, 1000).flatten() + 1001
    bins = torch.from_numpy(labels).flatten()
    grid = torch.from_numpy(np.indices(hu.shape)).double().flatten(1)
    sums = torch.stack([torch.bincount(bins, weights * it) for it in grid], dim=1)
    return [tuple(it) for it in (sums / torch.bincount(bins, weights)[:, None])[1:].tolist()]
