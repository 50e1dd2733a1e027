import math

from torch import Tensor


def position(x: Tensor, index: tuple[int, ...]) -> int:
    steps = zip(index, x.stride(), strict=True)
    return x.storage_offset() + sum(i * step for i, step in steps)


def contiguous_stride(shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(math.prod(shape[dim + 1 :]) for dim in range(len(shape)))


def share_storage(a: Tensor, b: Tensor) -> bool:
    return a.untyped_storage().data_ptr() == b.untyped_storage().data_ptr()
