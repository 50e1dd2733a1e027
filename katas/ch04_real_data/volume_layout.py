"""A scan as a volume (§4.2.1).

A CT scanner gives images, slice by slice, from the head down.  In their order they make a volume
with a third dimension, depth.  A network for volumes wants N x C x D x H x W: here one scan, with
one channel, since a voxel holds one number.
"""

from torch import Tensor


def volume(slices: dict[str, Tensor]) -> Tensor:
    """Return ``slices`` in order, as float32 of shape [1, 1, D, H, W].

    Each slice is [H, W], of whole numbers, and stands under its name.  A name ends in a dash and
    the slice's number, which need not begin at 1: "ct-10" comes after "ct-9".  If a number between
    the first and the last is missing, ValueError names it: the slices around the gap are no
    neighbours.
    """
    raise NotImplementedError
