"""Wrong answers to ch03_tensors/indexing, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("rows")
def to_the_last(points, first, last):
    """The last point is missing.

    Known: the_last_row_missing.
    """
    return points[first:last, :]


@instead_of("rows")
def one_by_one(points, first, last):
    """The last point is missing, and with it the dimension of an empty result.

    Known: the_last_row_missing.
    """
    chosen = [points[i] for i in range(first, last)]
    return torch.stack(chosen) if chosen else points[:0]


@instead_of("column")
def dimension_lost(points, number):
    """A number drops its dimension.

    Known: the_dimension_dropped.
    """
    return points[:, number]


@instead_of("column")
def from_here_to_the_next(points, number):
    """-1:0 is empty.

    Known: a_range_to_zero.
    """
    start, end = number, number + 1
    return points[:, start:end]


@instead_of("column")
def a_row_of_it(points, number):
    """The new dimension stands in front.

    Known: a_row_for_a_column.
    """
    return points[:, number].unsqueeze(0)


@instead_of("channel")
def of_a_batch(images, number):
    """One image has no batch dimension.

    Known: a_batch_expected.
    """
    return images[:, number, :, :]


@instead_of("channel")
def of_one_image(images, number):
    """The first dimension of a batch counts images.

    Known: the_first_dimension.
    """
    return images[number]


@instead_of("right_of")
def without_empty_dimensions(points, x):
    """A single point loses a dimension, and so does a single coordinate; x itself is in.

    Known: squeezed, the_edge_included.
    """
    return points[points[:, 0] >= x].squeeze()


@instead_of("right_of")
def number_by_number(points, x):
    """A mask of single numbers takes the points apart.

    Known: every_coordinate.
    """
    return points[points > x]


@instead_of("channel")
def an_image_or_a_batch(images, number):
    """A video has five dimensions.

    Known: one_image_or_a_batch.
    """
    return images[:, number] if images.dim() > 3 else images[number]


@instead_of("right_of")
def of_the_first_point(points, x):
    """A row is asked for a column.

    Known: the_first_point_asked.
    """
    mask = points[0] > x
    return points[mask]
