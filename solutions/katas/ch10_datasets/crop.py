from torch import Tensor


def crop(hu: Tensor, center_irc: tuple[int, int, int], width_irc: tuple[int, int, int]) -> Tensor:
    for axis, (center, width) in enumerate(zip(center_irc, width_irc, strict=True)):
        size = hu.shape[axis]
        if width > size:
            raise ValueError(f"axis {axis}: a crop of {width} does not fit into {size} voxels")
        start = center - width // 2
        start = min(max(start, 0), size - width)
        hu = hu.narrow(axis, start, width)
    return hu
