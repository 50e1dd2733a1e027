"""Which voxels are the nodule (§13.5.3).

The annotations of LUNA say where a nodule has its centre, but a net that marks pixels learns from
pixels.  A nodule is dense, and the lung around it is air: so grow a box from the centre while there
is tissue on both sides, and take what is dense in it.
"""

from torch import Tensor

Place = tuple[int, int, int]


def annotation_mask(hu: Tensor, centers: list[Place], threshold: float = -700.0) -> Tensor:
    """Return a mask [D, H, W], True where a voxel of ``hu`` [D, H, W] belongs to a nodule.

    A voxel is dense if it has more Hounsfield units than ``threshold``.  From each of ``centers``,
    (index, row, column), the box reaches equally far to both sides along an axis, but not equally
    far along each.  The radius along an axis is at least 2, and the first one at which, on the line
    through the centre, either voxel is not dense or lies outside of the scan.

    A nodule is what is dense in its box, both ends of it included.  The box ends where the scan
    does.
    """
    raise NotImplementedError
