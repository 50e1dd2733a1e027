"""A crop of a scan (§10.4.4).

A network wants inputs of one size, so a candidate is cut out of its scan as a box of fixed
widths around its centre.  At the edges of the scan there is not enough on one side.  The box is
then shifted back inside, as far as it takes: no voxel is made up, and none is missing.
"""

from torch import Tensor


def crop(hu: Tensor, center_irc: tuple[int, int, int], width_irc: tuple[int, int, int]) -> Tensor:
    """Return the voxels of ``hu`` [I, R, C] in a box of the shape ``width_irc``.

    Along each axis the box begins ``width // 2`` voxels before the centre.  If it would begin
    before the scan or end behind it, it is shifted until it just fits.  ``center_irc`` lies in
    the scan.

    Raises ValueError if the scan is smaller than the crop along some axis, naming both sizes.
    """
    raise NotImplementedError
