"""Connected components (§14.3.2).

A mask says which voxels are part of a nodule, not how many nodules there are.  Voxels that touch
each other are one component, and each component may be a nodule.
"""

import numpy as np


def connected_components(mask: np.ndarray) -> tuple[np.ndarray, list[int]]:
    """Return the labels of the voxels, ints in the shape of ``mask``, and the sizes of components.

    ``mask`` [I, R, C] is of bools.  Two of its voxels are in one component if a way leads from
    the one to the other, from voxel to voxel over their faces.  The n components have the labels
    1 to n, in any order; what is not in the mask has label 0.

    The sizes are how many voxels each component has, in the order of the labels.
    """
    raise NotImplementedError
