"""Known wrong answers to ch14_detection/connected_components."""

from itertools import product

import numpy as np

from katas._dojo.writing.mistakes import Edit, instead_of

corners_touch = Edit(
    """You joined voxels that meet in an edge or a corner only. In a component it goes on over
    faces: each voxel touches six others, which is what label does without being asked.""",
    {"ndimage.label(mask)": "ndimage.label(mask, structure=np.ones((3, 3, 3)))"},
)

edges_touch = Edit(
    """You joined voxels that meet in an edge. In a component it goes on over faces alone.""",
    {
        "ndimage.label(mask)": (
            "ndimage.label(mask, structure=ndimage.generate_binary_structure(3, 2))"
        )
    },
)

slice_by_slice = Edit(
    """You parted what lies in two slices. A voxel touches the ones before and behind it, too.""",
    {
        "labels, _ = ndimage.label(mask)": """
        structure = np.zeros((3, 3, 3))
        structure[1, 1] = structure[1, :, 1] = 1
        labels, _ = ndimage.label(mask, structure=structure)
        """
    },
)

the_background_too = Edit(
    """You counted what is in no component among the sizes. Label 0 is no component.""",
    {"sizes[1:]": "sizes"},
)

labels_from_0 = Edit(
    """Your labels begin below 1. Those of components are 1 to n, and 0 is what is in none.""",
    {"return labels,": "return labels - 1,"},
)

background_of_its_own = Edit(
    """You gave what is in no component the label 1. It has label 0, and components begin at 1.""",
    {"return labels,": "return labels + 1,"},
)

labels_in_floats = Edit(
    """Your labels are floats, as those of np.zeros are unless it is told a dtype. They are ints:
    a label counts, and is an index.""",
    {"return labels,": "return labels.astype(float),"},
)

what_is_not_in_the_mask = Edit(
    """You labelled what is not in the mask. Its True voxels make components.""",
    {"ndimage.label(mask)": "ndimage.label(~mask)"},
)

sizes_sorted = Edit(
    """You sorted the sizes. They stand in the order of the labels.""",
    {"sizes[1:].tolist()": "sorted(sizes[1:].tolist(), reverse=True)"},
)

a_number = Edit(
    """You returned how many components there are. The sizes are asked for, one for each.""",
    {"sizes[1:].tolist()": "len(sizes) - 1"},
)

each_of_size_1 = Edit(
    """You have a size of 1 for each component. Its size is how many voxels have its label.""",
    {"sizes[1:].tolist()": "[1] * (len(sizes) - 1)"},
)

sizes_in_an_array = Edit(
    """You returned the sizes in an array. They are a list of ints: tolist.""",
    {"sizes[1:].tolist()": "sizes[1:]"},
)

the_largest_alone = Edit(
    """You kept the largest component alone. Each one may be a nodule.""",
    {
        "labels, _ = ndimage.label(mask)": """
        labels, _ = ndimage.label(mask)
        labels = (labels == np.bincount(labels[mask], minlength=2).argmax()) & mask
        labels = labels.astype(int)
        """
    },
)


@instead_of("connected_components")
def never_joined(mask):
    """You labelled a voxel as the neighbour before it, and never joined two labels that meet
    further on. Arms that come together are one component."""
    labels, n = np.zeros(mask.shape, dtype=int), 0
    for place in np.argwhere(mask):
        before = [tuple(place - step) for step in np.eye(3, dtype=int)]
        near = max((labels[it] for it in before if min(it) >= 0), default=0)
        n += not near
        labels[tuple(place)] = near or n
    _, labels = np.unique(labels, return_inverse=True)
    labels = labels.reshape(mask.shape) + mask.all()
    return labels, np.bincount(labels.ravel())[1:].tolist()


@instead_of("connected_components")
def around_the_edge(mask):
    """You let a voxel at one edge of the scan touch one at the other: to an array, -1 is the last
    index. Beyond the first there is nothing."""
    labels, sizes = np.zeros(mask.shape, dtype=int), []
    for start in map(tuple, np.argwhere(mask)):
        todo = [start]
        sizes += [0] * (not labels[start])
        while todo:
            place = todo.pop()
            if mask[place] and not labels[place]:
                labels[place] = len(sizes)
                sizes[-1] += 1
                for axis, step in product(range(3), (-1, 1)):
                    near = [it + step * (n == axis) for n, it in enumerate(place)]
                    if near[axis] < mask.shape[axis]:
                        todo.append(tuple(near))
    return labels, sizes
