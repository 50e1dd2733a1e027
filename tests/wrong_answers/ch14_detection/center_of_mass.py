"""Wrong answers to ch14_detection/center_of_mass, as people write them."""

import numpy as np
from scipy import ndimage

from katas._dojo.writing.mistakes import instead_of


@instead_of("centers_of_mass")
def by_hand(hu, labels):
    """The middle of the voxels, whatever their density.

    Known: every_voxel_alike.
    """
    return [
        tuple(np.mean(np.nonzero(labels == n), axis=1).tolist()) for n in np.unique(labels) if n
    ]


@instead_of("centers_of_mass")
def with_1000(hu, labels):
    """Air has no weight.

    Known: air_weighs_nothing.
    """
    mass = np.clip(hu, -1000, 1000) + 1000
    return ndimage.center_of_mass(mass, labels, range(1, labels.max() + 1))


@instead_of("centers_of_mass")
def bare(hu, labels):
    """Hounsfield units are the weights.

    Known: hounsfield_units_for_weights.
    """
    hu = np.clip(hu, -1000, 1000)
    return list(ndimage.center_of_mass(hu, labels, list(range(1, int(labels.max()) + 1))))


@instead_of("centers_of_mass")
def every_label(hu, labels):
    """Label 0 has a centre too.

    Known: the_background_too.
    """
    weights = np.clip(hu.astype("float64"), -1000, 1000) + 1001
    found = []
    for n in range(labels.max() + 1):
        part = weights * (labels == n)
        found.append(tuple((part * grid).sum() / part.sum() for grid in np.indices(hu.shape)))
    return found


@instead_of("centers_of_mass")
def in_place_and_turned(hu, labels):
    """The scan is cut, and x comes first.

    Known: cut_in_the_scan, columns_first.
    """
    hu[hu < -1000] = -1000
    hu[hu > 1000] = 1000
    centers = ndimage.center_of_mass(hu + 1001, labels, np.arange(1, labels.max() + 1))
    return [(c, r, i) for i, r, c in centers]
