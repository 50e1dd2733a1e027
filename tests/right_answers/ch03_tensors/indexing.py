"""Right answers to ch03_tensors/indexing, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("rows")
def with_every_dimension(points, first, last):
    return points[first : last + 1, :]


@instead_of("rows")
def narrowed(points, first, last):
    return points.narrow(0, first, last - first + 1)


@instead_of("rows")
def one_by_one(points, first, last):
    return torch.stack([points[number] for number in range(first, last + 1)])


@instead_of("column")
def by_a_list(points, number):
    return points[:, [number]]


@instead_of("column")
def unsqueezed(points, number):
    return points.select(1, number).unsqueeze(1)


@instead_of("channel")
def selected(images, number):
    return images.select(-3, number)


@instead_of("channel")
def unbound(images, number):
    return images.unbind(dim=-3)[number]


@instead_of("right_of")
def by_numbers(points, x):
    return points.index_select(0, torch.where(points[:, 0] > x)[0])


@instead_of("right_of")
def with_a_name_for_the_mask(points, x):
    is_right = points.T[0].gt(x)
    return points[is_right, :]
