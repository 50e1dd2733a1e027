"""Centres of mass (§14.3.2).

Where a component is, is one point: the mean of the places of its voxels, in which a dense voxel
weighs more than one that is nearly air.  Hounsfield units are no weights, since those of lung are
negative: with negative weights a mean may lie outside of all that it is the mean of.
"""

import numpy as np

Irc = tuple[float, float, float]


def centers_of_mass(hu: np.ndarray, labels: np.ndarray) -> list[Irc]:
    """Return the centre (index, row, column) of each of the n components, as floats.

    ``hu`` [I, R, C] are Hounsfield units, int16 or floats; ``labels``, of the same shape, are
    the components: 1 to n, each with one voxel or more, and 0 for what is in none.

    A voxel weighs its Hounsfield units, cut to -1000 to 1000, plus 1001: air weighs 1.
    """
    raise NotImplementedError
