"""Right answers to ch05_mechanics/broadcasting, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("broadcast_shape")
def with_empty_tensors(*shapes):
    meta = [torch.empty(shape, device="meta") for shape in shapes]
    try:
        return tuple(sum(meta, torch.empty((), device="meta")).shape)
    except RuntimeError as error:
        raise ValueError(str(error)) from error


@instead_of("broadcast_shape")
def as_a_size_of_torch(*shapes):
    try:
        return torch.broadcast_tensors(torch.empty(()), *map(torch.empty, shapes))[0].size()
    except RuntimeError as error:
        raise ValueError(error) from error


@instead_of("broadcast_shape")
def one_shape_at_a_time(*shapes):
    result = ()
    for shape in shapes:
        n_dims = max(len(shape), len(result))
        shape = (1,) * (n_dims - len(shape)) + tuple(shape)
        result = (1,) * (n_dims - len(result)) + result
        for a, b in zip(result, shape, strict=True):
            if a != b and 1 not in (a, b):
                raise ValueError(f"{a} against {b}")
        result = tuple(b if a == 1 else a for a, b in zip(result, shape, strict=True))
    return result


@instead_of("sum_to_shape")
def with_sum_to_size(grad, shape):
    return grad.sum_to_size(shape)


@instead_of("sum_to_shape")
def one_dimension_at_a_time(grad, shape):
    while grad.dim() > len(shape):
        grad = grad.sum(0)
    for dim, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(dim, keepdim=True)
    return grad


@instead_of("sum_to_shape")
def by_autograd(grad, shape):
    x = grad.new_zeros(shape, requires_grad=True)
    with torch.enable_grad():
        return torch.autograd.grad(x.expand(grad.shape), x, grad)[0]


EQUIVALENT = {
    "In whatever order a message names the sizes, it names them.": [("sorted(set", "list(set")],
    "By then there is one size at most.": [("sizes[0]", "sizes[-1]")],
    "A sum asks for no order of dims.": [
        ("[*range(n_added), *stretched]", "[*stretched, *range(n_added)]"),
    ],
}
