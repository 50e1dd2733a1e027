"""Known wrong answers to ch14_detection/center_of_mass."""

import numpy as np
from scipy import ndimage

from katas._dojo.writing.mistakes import Edit, instead_of

hounsfield_units_for_weights = Edit(
    """You weighted with the Hounsfield units themselves. Those of lung are negative, and with
    negative weights the centre may lie outside of the component, or nowhere: add 1001.""",
    {"hu.clip(-1000, 1000) + 1001": "hu.clip(-1000, 1000)"},
)

air_weighs_nothing = Edit(
    """You gave air no weight at all, so a component of air alone has no centre, 0 / 0. Air weighs
    1: add 1001.""",
    {"+ 1001": "+ 1000"},
)

not_cut = Edit(
    """You let weigh what is no density: -3024 where the scanner did not look, and metal. Cut to
    -1000 to 1000 first.""",
    {"hu.clip(-1000, 1000)": "hu.astype(np.float64)"},
)

dense_not_cut = Edit(
    """You did not cut what is above 1000, so metal pulls the centre to itself.""",
    {"clip(-1000, 1000)": "clip(-1000, None)"},
)

air_not_cut = Edit(
    """You did not cut what is below -1000. Such voxels have a negative weight, and push the centre
    away.""",
    {"clip(-1000, 1000)": "clip(None, 1000)"},
)

cut_in_the_scan = Edit(
    """You wrote into the scan. It belongs to the caller, and others will look at it.""",
    {"hu.clip(-1000, 1000) + 1001": "hu.clip(-1000, 1000, out=hu) + 1001"},
)

weights_in_the_scan = Edit(
    """You made weights of the scan itself. It belongs to the caller, who will see them in it: make
    a new array.""",
    {"density = hu.clip(-1000, 1000) + 1001": "hu[:] = hu.clip(-1000, 1000) + 1001\ndensity = hu"},
)

every_voxel_alike = Edit(
    """You gave every voxel the same weight. A dense one weighs more than one that is nearly
    air.""",
    {"hu.clip(-1000, 1000) + 1001": "np.ones_like(hu)"},
)

labels_from_0 = Edit(
    """Your first centre is that of label 0, which is no component, and the last component has none.
    Labels are 1 to n.""",
    {"np.arange(1, labels.max() + 1)": "np.arange(labels.max())"},
)

the_background_too = Edit(
    """You have a centre for what is in no component. Labels are 1 to n, and 0 is none.""",
    {"np.arange(1, labels.max() + 1)": "np.arange(labels.max() + 1)"},
)

the_last_left_out = Edit(
    """You left out the last component. np.arange ends before its end.""",
    {"labels.max() + 1": "labels.max()"},
)

columns_first = Edit(
    """You have column, row, index. A centre is (index, row, column), as the array has it.""",
    {
        "ndimage.center_of_mass(density, labels, index)": (
            "[it[::-1] for it in ndimage.center_of_mass(density, labels, index)]"
        )
    },
)

rounded = Edit(
    """You rounded the centres to voxels. A centre lies between them.""",
    {
        "ndimage.center_of_mass(density, labels, index)": (
            "[tuple(map(round, it)) for it in ndimage.center_of_mass(density, labels, index)]"
        )
    },
)


@instead_of("centers_of_mass")
def overflowing(hu, labels):
    """Your sums go wrong where the scan is int16, which ends at 32767: a weight times a place is
    more. Multiply in floats."""
    density = hu.clip(-1000, 1000) + hu.dtype.type(1001)
    centers = []
    for label in range(1, int(labels.max()) + 1):
        places = np.argwhere(labels == label).astype(hu.dtype)
        weights = density[labels == label][:, None]
        total = weights.sum(dtype=np.float64)
        with np.errstate(over="ignore"):
            centers.append(tuple((weights * places).sum(0, dtype=np.float64) / total))
    return centers


@instead_of("centers_of_mass")
def all_at_once(hu, labels):
    """You have one centre for all components together. Each has its own."""
    if not labels.any():
        return []
    return [ndimage.center_of_mass(hu.clip(-1000, 1000) + 1001, labels > 0)]
