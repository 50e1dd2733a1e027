"""Wrong answers to ch05_mechanics/broadcasting, as people write them."""

from functools import reduce
from itertools import zip_longest

from katas._dojo.writing.mistakes import instead_of


@instead_of("sum_to_shape")
def no_dims_taken_for_all(grad, shape):
    """Where nothing was stretched no dims are left, which torch's sum reads as all of them.

    Known: no_dims_taken_for_all.
    """
    wide = (1,) * (grad.dim() - len(shape)) + tuple(shape)
    stretched = tuple(
        d for d, (was, now) in enumerate(zip(wide, grad.shape, strict=True)) if was != now
    )
    return grad.sum(dim=stretched, keepdim=True).reshape(shape)


@instead_of("sum_to_shape")
def extra_dims_taken_from_the_right(grad, shape):
    """The last dims are summed, where broadcasting adds the first.

    Known: extra_dims_taken_from_the_right.
    """
    while grad.dim() > len(shape):
        grad = grad.sum(-1)
    for d, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(d, keepdim=True)
    return grad


@instead_of("broadcast_shape")
def the_larger_size_wins(*shapes):
    """A 1 beside a 0 stays 1, since that is the larger.

    Known: one_stays_against_zero.
    """
    sizes = []
    for column in zip_longest(*(reversed(s) for s in shapes), fillvalue=1):
        if len(set(column) - {1}) > 1:
            raise ValueError(f"{sorted(set(column))} clash")
        sizes.append(max(column))
    return tuple(sizes[::-1])


@instead_of("broadcast_shape")
def two_at_a_time(*shapes):
    """No shapes leave nothing to begin with.

    Known: nothing.
    """

    def pair(a, b):
        n = max(len(a), len(b))
        a = (1,) * (n - len(a)) + tuple(a)
        b = (1,) * (n - len(b)) + tuple(b)
        out = []
        for x, y in zip(a, b, strict=True):
            if x != y and x != 1 and y != 1:
                raise ValueError(f"{x} does not go with {y}")
            out.append(y if x == 1 else x)
        return tuple(out)

    return reduce(pair, shapes)


@instead_of("broadcast_shape")
def as_long_as_the_shortest(*shapes):
    """The columns end where the shortest shape does.

    Known: cut_to_the_shortest.
    """
    result = []
    for sizes in zip(*[s[::-1] for s in shapes]):  # noqa: B905
        big = [s for s in sizes if s != 1]
        if len(set(big)) > 1:
            raise ValueError(f"sizes {big} clash")
        result.insert(0, big[0] if big else 1)
    return tuple(result)


@instead_of("sum_to_shape")
def dims_counted_from_the_left(grad, shape):
    """The dims of the shape are looked for on the left of those of the gradient.

    Known: dimensions_not_moved_along.
    """
    for i, s in enumerate(shape):
        if s == 1 and grad.shape[i] > 1:
            grad = grad.sum(dim=i, keepdim=True)
    while len(grad.shape) > len(shape):
        grad = grad.sum(dim=0)
    return grad


@instead_of("sum_to_shape")
def ones_lost(grad, shape):
    """The dims that are summed go, also those that the shape has.

    Known: stretched_dimensions_lost.
    """
    extra = len(grad.shape) - len(shape)
    dims = list(range(extra)) + [extra + i for i, s in enumerate(shape) if s == 1]
    return grad.sum(dims) if dims else grad
