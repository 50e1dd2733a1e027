"""The bridge, cut to size (§13.3.1).

Convolutions without padding take the border away, so what comes up in a U-Net is smaller than the
bridge that crosses over to it.  To lie on the same pixels, the bridge loses as much above as below,
and as much on the left as on the right.
"""

from torch import Tensor


def center_crop(bridge: Tensor, size: tuple[int, int]) -> Tensor:
    """Return the middle of ``bridge`` [N, C, H, W] in the ``size`` (height, width): [N, C, h, w].

    Where an odd number of rows or columns has to go, one more of them goes at the end.

    Raises ValueError if the bridge has fewer rows or columns than ``size``.
    """
    raise NotImplementedError
