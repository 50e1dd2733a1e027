"""Density in a CT scan (§10.3.1).

Hounsfield units go up evenly with density: air is -1000 and weighs nearly nothing, 0 g/cc; water is
0 and weighs 1 g/cc.  So a 0 is air among densities, and water among Hounsfield units.
"""

from torch import Tensor


def to_density(hu: Tensor) -> Tensor:
    """Return the density of each voxel in g/cc, as float32, in the shape of ``hu``.

    ``hu`` are Hounsfield units in the dtype of the scan, often int16, and stay as they are.  What
    is below -1000 lies where the scanner did not look: it counts as air.
    """
    raise NotImplementedError


def to_hounsfield(density: Tensor) -> Tensor:
    """Return the Hounsfield units of each ``density`` in g/cc, as int16, in its shape.

    They are rounded to the nearest whole number.
    """
    raise NotImplementedError


def pad_with_air(hu: Tensor, width: int) -> Tensor:
    """Return ``hu`` [D, H, W], Hounsfield units, with ``width`` voxels of air on all six sides."""
    raise NotImplementedError
