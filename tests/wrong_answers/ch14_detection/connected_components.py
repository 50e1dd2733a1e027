"""Wrong answers to ch14_detection/connected_components, as people write them."""

import numpy as np
from scipy import ndimage

from katas._dojo.writing.mistakes import instead_of


@instead_of("connected_components")
def with_all_neighbours(mask):
    """A voxel has 26 neighbours.

    Known: corners_touch.
    """
    structure = ndimage.generate_binary_structure(rank=3, connectivity=3)
    labelled, count = ndimage.label(mask, structure)
    return labelled, [int(np.sum(labelled == i)) for i in range(1, count + 1)]


@instead_of("connected_components")
def every_label(mask):
    """What is in no component has a size.

    Known: the_background_too.
    """
    labelled, _ = ndimage.label(mask)
    _, counts = np.unique(labelled, return_counts=True)
    return labelled, counts.tolist()


@instead_of("connected_components")
def a_tuple_of_label(mask):
    """What label returns is returned.

    Known: a_number.
    """
    return ndimage.label(mask)


@instead_of("connected_components")
def images_one_by_one(mask):
    """Each slice has components of its own, and the sizes are an array.

    Known: slice_by_slice, sizes_in_an_array.
    """
    labelled = np.zeros(mask.shape, dtype=int)
    count = 0
    for i, image in enumerate(mask):
        found, n = ndimage.label(image)
        labelled[i] = np.where(found > 0, found + count, 0)
        count += n
    return labelled, np.array([(labelled == i).sum() for i in range(1, count + 1)], dtype=int)


@instead_of("connected_components")
def counted_from_0(mask):
    """The first component is number 0.

    Known: labels_from_0.
    """
    labelled, n = ndimage.label(mask)
    return labelled - 1, [np.count_nonzero(labelled == i + 1) for i in range(n)]
