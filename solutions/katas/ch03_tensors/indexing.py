from torch import Tensor


def rows(points: Tensor, first: int, last: int) -> Tensor:
    return points[first : last + 1]


def column(points: Tensor, number: int) -> Tensor:
    return points[:, number, None]


def channel(images: Tensor, number: int) -> Tensor:
    return images[..., number, :, :]


def right_of(points: Tensor, x: float) -> Tensor:
    return points[points[:, 0] > x]
