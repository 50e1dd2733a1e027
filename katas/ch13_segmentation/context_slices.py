"""A slice with its neighbours (§13.5.4).

A vessel and a nodule look alike in one slice, and differ in the next ones.  So the net sees a few
slices on either side as further channels, and decides on the pixels of the middle one.  At the ends
of a scan slices are missing: the last one there is stands in for them.
"""

from torch import Tensor


def context_slices(scan: Tensor, mask: Tensor, index: int, k: int) -> tuple[Tensor, Tensor]:
    """Return the slice at ``index`` with ``k`` neighbours on either side, and its label.

    ``scan`` and ``mask`` are [D, H, W], and ``index`` counts from 0 to D - 1.  The first result is
    [2k + 1, H, W], in the order of the scan; the second is [1, H, W], of the mask.  Each keeps
    its dtype.

    Neighbours before the first slice are the first, those after the last are the last.  The scan is
    kept for the next call: what is done to the result leaves it as it is.
    """
    raise NotImplementedError
