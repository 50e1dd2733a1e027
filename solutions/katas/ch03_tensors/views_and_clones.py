from torch import Tensor


def move(points: Tensor, number: int, step: Tensor) -> None:
    points[number] += step


def moved(points: Tensor, number: int, step: Tensor) -> Tensor:
    copy = points.clone()
    copy[number] += step
    return copy


def move_all(points: Tensor, numbers: list[int], step: Tensor) -> None:
    points[numbers] += step
