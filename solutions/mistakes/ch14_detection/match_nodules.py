"""Known wrong answers to ch14_detection/match_nodules."""

import numpy as np

from katas._dojo.writing.mistakes import Edit, instead_of

along_the_detections = Edit(
    """You divided along the detections: each column by the diameter of a nodule. Diameters belong
    to the nodules, [T, 1], and with as many detections as nodules nobody complains.""",
    {"diameters_mm[:, None]": "diameters_mm"},
)

by_the_radius = Edit(
    """You divided by the radius, so a detection has to be twice as near. Divide by the
    diameter.""",
    {"diameters_mm[:, None]": "(diameters_mm[:, None] / 2)"},
)

in_millimetres = Edit(
    """You asked for less than 0.7 mm. It is 0.7 of the nodule's diameter.""",
    {"distances / diameters_mm[:, None]": "distances"},
)

at_seven_tenths = Edit(
    """You matched at 0.7 itself. It has to be below.""",
    {"< 0.7": "<= 0.7"},
)

inside_the_nodule = Edit(
    """You matched only what lies inside the nodule, half a diameter from its centre. It is 0.7 of
    the diameter.""",
    {"< 0.7": "< 0.5"},
)

the_root_forgotten = Edit(
    """You divided the square of the distance by the diameter. The distance is its root.""",
    {"distances / diameters": "distances**2 / diameters"},
)

floats_of_nothing = Edit(
    """You have floats for classes where there are no nodules, as np.array makes them of an empty
    list. They are ints there, too.""",
    {"return highest,": "return np.array(highest.tolist()),"},
)

no_detection_is_an_error = Edit(
    """Your maximum of no numbers is an error, where nothing was detected. Every nodule is 0
    there.""",
    {".max(axis=1, initial=0)": ".max(axis=1)"},
)

filtered_ones_do_not_count = Edit(
    """You left out the detections of class 1. They belong to their nodules as well: such a nodule
    was seen and filtered out, not missed.""",
    {"< 0.7": "< 0.7\nbelongs &= detected_classes > 1"},
)

those_that_belong = Edit(
    """You marked the detections that belong to a nodule. True is for those that belong to none.""",
    {"~belongs.any(axis=0)": "belongs.any(axis=0)"},
)


def _matched(detected_xyz, detected_classes, nodules_xyz, diameters_mm, pick):
    distances = np.linalg.norm(nodules_xyz[:, None] - detected_xyz, axis=-1)
    belongs = distances / diameters_mm[:, None] < 0.7
    classes, unused = np.zeros(len(nodules_xyz), dtype=np.int64), ~belongs.any(axis=0)
    for nodule, row in enumerate(belongs):
        if row.any():
            places = row.nonzero()[0]
            classes[nodule] = detected_classes[pick(places, distances[nodule, places])]
    return classes, unused


@instead_of("match_nodules")
def the_nearest_detection(*arguments):
    """You took the class of the nearest detection. The highest class of all that belong to the
    nodule counts."""
    return _matched(*arguments, pick=lambda places, distances: places[distances.argmin()])


@instead_of("match_nodules")
def the_first_detection(*arguments):
    """You took the class of the first detection. The highest class of all that belong to the nodule
    counts."""
    return _matched(*arguments, pick=lambda places, distances: places[0])


@instead_of("match_nodules")
def the_last_detection(*arguments):
    """You took the class of the last detection. The highest class of all that belong to the nodule
    counts."""
    return _matched(*arguments, pick=lambda places, distances: places[-1])


@instead_of("match_nodules")
def the_first_nodule_alone(detected_xyz, detected_classes, nodules_xyz, diameters_mm):
    """You let a detection stand for the first nodule that is near enough, and looked no further. It
    belongs to every one."""
    distances = np.linalg.norm(nodules_xyz[:, None] - detected_xyz, axis=-1)
    belongs = distances / diameters_mm[:, None] < 0.7
    belongs &= belongs.cumsum(axis=0) == 1
    highest = np.where(belongs, detected_classes, 0).max(axis=1, initial=0)
    return highest, ~belongs.any(axis=0)


@instead_of("match_nodules")
def one_nodule_each(detected_xyz, detected_classes, nodules_xyz, diameters_mm):
    """You let a detection stand for the nearest nodule alone. It belongs to every nodule that is
    near enough."""
    distances = np.linalg.norm(nodules_xyz[:, None] - detected_xyz, axis=-1)
    belongs = distances / diameters_mm[:, None] < 0.7
    nearest = distances == distances.min(axis=0, initial=np.inf)
    belongs &= nearest
    highest = np.where(belongs, detected_classes, 0).max(axis=1, initial=0)
    return highest, ~belongs.any(axis=0)
