from itertools import zip_longest

from torch import Tensor


def broadcast_shape(*shapes: tuple[int, ...]) -> tuple[int, ...]:
    columns = zip_longest(*(reversed(shape) for shape in shapes), fillvalue=1)
    return tuple(_common_size(column) for column in columns)[::-1]


def _common_size(column: tuple[int, ...]) -> int:
    sizes = sorted(set(column) - {1})
    if len(sizes) > 1:
        raise ValueError(f"sizes {' and '.join(map(str, sizes))} do not broadcast")
    return sizes[0] if sizes else 1


def sum_to_shape(grad: Tensor, shape: tuple[int, ...]) -> Tensor:
    n_added = grad.dim() - len(shape)
    stretched = [n_added + dim for dim, size in enumerate(shape) if size == 1]
    dims = [*range(n_added), *stretched]
    return grad.sum(dim=dims).reshape(shape) if dims else grad
