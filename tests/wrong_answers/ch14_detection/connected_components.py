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


@instead_of("connected_components")
def labels_in_a_byte(mask):
    """There are 255 of them, and no more.

    Known: nothing.
    """
    labels, n = ndimage.label(mask, output=np.int32)
    labels = labels.astype(np.uint8)
    return labels, [int((labels == label).sum()) for label in range(1, n + 1)]


@instead_of("connected_components")
def a_function_that_calls_itself(mask):
    """Python ends it after a thousand voxels.

    Known: nothing.
    """
    labels = np.zeros(mask.shape, dtype=int)

    def fill(place, label):
        inside = all(0 <= at < end for at, end in zip(place, mask.shape, strict=True))
        if not inside or not mask[place] or labels[place]:
            return 0
        labels[place] = label
        size = 1
        for axis in range(3):
            for step in (-1, 1):
                there = list(place)
                there[axis] += step
                size += fill(tuple(there), label)
        return size

    sizes = []
    for place in np.ndindex(mask.shape):
        if mask[place] and not labels[place]:
            sizes.append(fill(place, len(sizes) + 1))
    return labels, sizes


@instead_of("connected_components")
def no_look_below_zero(mask):
    """Only what is too large is beyond the array.

    Known: around_the_edge.
    """
    labels = np.zeros(mask.shape, dtype=int)
    sizes = []
    for start in zip(*np.nonzero(mask), strict=True):
        if labels[start]:
            continue
        stack, size = [start], 0
        while stack:
            v = stack.pop()
            if labels[v]:
                continue
            labels[v] = len(sizes) + 1
            size += 1
            for axis in range(3):
                for d in (-1, 1):
                    w = list(v)
                    w[axis] += d
                    w = tuple(w)
                    if all(x < s for x, s in zip(w, mask.shape, strict=True)) and mask[w]:
                        stack.append(w)
        sizes.append(size)
    return labels, sizes
