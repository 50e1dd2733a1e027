"""Hounsfield units (§10.3.1).

A voxel of a CT scan tells how dense the body is there, in Hounsfield units: air is -1000, water
0, bone may be 1000.  What lies beyond says nothing of a tumor: lower numbers stand where the
scanner did not look, and metal is far higher.  Left in, they would drown all the rest.
"""

from torch import Tensor


def hounsfield(voxels: Tensor, low: float = -1000, high: float = 1000) -> Tensor:
    """Return ``voxels`` as float32, what is below ``low`` as ``low``, above ``high`` as ``high``.

    The result is a new tensor of the same shape, on the same device.  ``voxels``, of any dtype
    that holds these numbers, stay as they are: they may lie in a cache, whose next reader wants
    another window.

    >>> hounsfield(torch.tensor([-3024, 40, 2000], dtype=torch.int16))
    tensor([-1000.,    40.,  1000.])
    """
    raise NotImplementedError
