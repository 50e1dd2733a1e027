"""Known wrong answers to ch05_mechanics/broadcasting."""

from itertools import zip_longest

from katas._dojo.writing.mistakes import instead_of


@instead_of("broadcast_shape")
def aligned_on_the_left(*shapes):
    """You lined the shapes up on the left. Missing sizes are added in front: align on the right."""
    columns = zip_longest(*shapes, fillvalue=1)
    return tuple(_common_size(column) for column in columns)


@instead_of("broadcast_shape")
def the_larger_size_wins(*shapes):
    """You took the largest size of each column. Two different sizes agree only if one of them
    is 1; otherwise it is an error."""
    columns = zip_longest(*(reversed(shape) for shape in shapes), fillvalue=1)
    return tuple(max(column) for column in columns)[::-1]


@instead_of("broadcast_shape")
def zero_counts_as_missing(*shapes):
    """You took 0 for "no size". It is a size like any other: against 1 it gives 0, and against
    anything else it clashes."""
    columns = zip_longest(*(reversed(shape) for shape in shapes), fillvalue=1)
    return tuple(_common_size([size or 1 for size in column]) for column in columns)[::-1]


@instead_of("broadcast_shape")
def missing_sizes_clash(*shapes):
    """You refused shapes of different length. A missing size counts as 1."""
    if len({len(shape) for shape in shapes}) > 1:
        raise ValueError(f"different numbers of dimensions: {[len(s) for s in shapes]}")
    return tuple(_common_size(column) for column in zip(*shapes, strict=True))


@instead_of("broadcast_shape")
def a_clash_without_its_sizes(*shapes):
    """Your error does not say which sizes clash. Name both: whoever reads it has to find them."""
    columns = zip_longest(*(reversed(shape) for shape in shapes), fillvalue=1)
    if any(len(set(column) - {1}) > 1 for column in map(tuple, columns)):
        raise ValueError("shapes do not broadcast")
    columns = zip_longest(*(reversed(shape) for shape in shapes), fillvalue=1)
    return tuple(_common_size(column) for column in columns)[::-1]


def _common_size(column):
    sizes = set(column) - {1}
    if len(sizes) > 1:
        raise ValueError(f"sizes {sorted(sizes)} do not broadcast")
    return sizes.pop() if sizes else 1


@instead_of("sum_to_shape")
def the_mean_of_the_copies(grad, shape):
    """You averaged the copies. Each copy passes its whole gradient on, so they are summed."""
    dims = _stretched(grad, shape)
    return grad.mean(dim=dims).reshape(shape) if dims else grad.clone()


@instead_of("sum_to_shape")
def only_the_added_dimensions(grad, shape):
    """You summed the dimensions that broadcasting added in front, but not those that it
    stretched from 1."""
    added = list(range(grad.dim() - len(shape)))
    return grad.sum(dim=added) if added else grad.clone()


@instead_of("sum_to_shape")
def one_of_the_copies(grad, shape):
    """You kept one copy of each stretched dimension and dropped the others. Sum them."""
    for dim in _stretched(grad, shape):
        grad = grad.narrow(dim, 0, min(1, grad.size(dim)))
    return grad.sum_to_size(shape)


@instead_of("sum_to_shape")
def the_gradient_used_up(grad, shape):
    """You cleared the gradient that was handed to you. Its owner still needs it: only read it."""
    summed = grad.sum_to_size(shape).clone()
    grad.zero_()
    return summed


def _stretched(grad, shape):
    """The dimensions of ``grad`` along which broadcasting made copies."""
    added = grad.dim() - len(shape)
    return [*range(added), *(added + dim for dim, size in enumerate(shape) if size == 1)]
