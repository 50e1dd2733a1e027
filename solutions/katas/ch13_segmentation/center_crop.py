from torch import Tensor


def center_crop(bridge: Tensor, size: tuple[int, int]) -> Tensor:
    height, width = size
    rows, columns = bridge.shape[2] - height, bridge.shape[3] - width
    if rows < 0 or columns < 0:
        raise ValueError(f"{tuple(bridge.shape[2:])} has no middle of {tuple(size)}")
    top, left = rows // 2, columns // 2
    return bridge[..., top : top + height, left : left + width]
