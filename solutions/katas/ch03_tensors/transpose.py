from torch import Tensor


def transposed(x: Tensor) -> Tensor:
    return x.transpose(-2, -1)


def dimensions_reversed(x: Tensor) -> Tensor:
    return x.permute(*reversed(range(x.dim())))


def last_to_front(x: Tensor) -> Tensor:
    return x.movedim(-1, 0)
