"""Wrong answers to ch03_tensors/transpose, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("transposed")
def by_shape(x):
    """The shape is right.

    Known: cut_anew.
    """
    *batch, rows, columns = x.shape
    return x.reshape(*batch, columns, rows)


@instead_of("transposed")
def of_a_matrix(x):
    """A batch of matrices has three dimensions.

    Known: the_first_two.
    """
    return x.transpose(0, 1)


@instead_of("transposed")
def stacked_columns(x):
    """A new tensor of columns.

    Known: copied.
    """
    return torch.stack(x.unbind(-1), dim=-2)


@instead_of("dimensions_reversed")
def first_for_last(x):
    """The dimensions between keep their order.

    Known: only_the_outer_two.
    """
    return x.transpose(0, x.dim() - 1)


@instead_of("dimensions_reversed")
def shape_reversed(x):
    """The shape is right, and nothing else.

    Known: cut_to_the_reversed_shape.
    """
    return x.contiguous().view(tuple(reversed(x.shape)))


@instead_of("last_to_front")
def exchanged(x):
    """The first dimension becomes the last.

    Known: exchanged_with_the_first.
    """
    return x.transpose(0, -1)


@instead_of("last_to_front")
def copied_to_the_front(x):
    """First and last are exchanged, in new memory.

    Known: exchanged_with_the_first, copied_to_the_front.
    """
    return x.transpose(0, -1).contiguous()


@instead_of("last_to_front")
def from_front_to_back(x):
    """The other way round.

    Known: the_first_to_the_end.
    """
    return x.movedim(0, -1)


@instead_of("transposed")
def as_of_a_matrix(x):
    """t is for matrices.

    Known: for_a_matrix_alone.
    """
    return x.t()


@instead_of("dimensions_reversed")
def as_in_the_book(x):
    """Two dimensions have none of number 2.

    Known: the_outer_two_of_three.
    """
    return torch.transpose(x, 0, 2)


@instead_of("last_to_front")
def of_an_image(x):
    """Only three dimensions are put in order.

    Known: three_dimensions_alone.
    """
    return torch.permute(x, (2, 0, 1))
