"""Labels at full size (§15, second edition).

Some networks answer at a quarter of the size of the image: one pixel of theirs stands for 4 by 4.
Between two of their pixels their answer can be interpolated, since logits are amounts; labels are
names, and half way between class 0 and class 2 there is no class 1.  So the logits are made larger
first, and then the class is chosen.
"""

from torch import Tensor


def full_size_labels(logits: Tensor, size: tuple[int, int]) -> Tensor:
    """Return the class of each pixel at ``size`` (height, width), int64 [N, height, width].

    ``logits`` [N, C, h, w] are interpolated bilinearly, and the class with the largest one is
    chosen.  Pixels are areas, and both grids have the same outer edges: ``align_corners=False``.
    """
    raise NotImplementedError
