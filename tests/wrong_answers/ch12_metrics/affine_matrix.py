"""Wrong answers to ch12_metrics/affine_matrix, as people write them."""

import math

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("affine_matrix")
def typed_in_from_chapter_14(flips, offset, scale, angle):
    """The offset stands in the last row.

    Known: offset_in_the_last_row_of_the_book.
    """
    transform_t = torch.eye(4)
    for i in range(3):
        if flips[i]:
            transform_t[i, i] *= -1
        transform_t[3, i] = offset[i]
        transform_t[i, i] *= scale[i]
    s = math.sin(angle)
    c = math.cos(angle)
    rotation_t = torch.tensor([[c, -s, 0, 0], [s, c, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1.0]])
    transform_t @= rotation_t
    return transform_t


@instead_of("affine_matrix")
def of_four_matrices(flips, offset, scale, angle):
    """The point is scaled before it is turned.

    Known: scaled_before_turned.
    """
    move, stretch, turn = np.eye(4), np.eye(4), np.eye(4)
    move[:3, 3] = offset
    stretch[range(3), range(3)] = [-s if flip else s for s, flip in zip(scale, flips, strict=True)]
    turn[:2, :2] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    return torch.from_numpy(move @ turn @ stretch).float()


@instead_of("affine_matrix")
def slices_first(flips, offset, scale, angle):
    """The first of three is taken for the slices.

    Known: slices_first.
    """
    matrix = torch.eye(4)
    for row, (flip, move, factor) in enumerate(
        zip(reversed(flips), reversed(offset), reversed(scale), strict=True)
    ):
        matrix[row, row] = factor * (-1 if flip else 1)
        matrix[row, 3] = move
    turn = torch.eye(4)
    turn[0, 0] = turn[1, 1] = math.cos(angle)
    turn[0, 1], turn[1, 0] = -math.sin(angle), math.sin(angle)
    return matrix @ turn


@instead_of("affine_matrix")
def clockwise(flips, offset, scale, angle):
    """It turns the other way, and what is added is scaled.

    Known: turned_the_other_way, the_offset_scaled.
    """
    sx, sy, sz = (-f if flip else f for f, flip in zip(scale, flips, strict=True))
    ox, oy, oz = offset
    c, s = math.cos(angle), math.sin(angle)
    return torch.tensor(
        [
            [sx * c, sx * s, 0.0, sx * ox],
            [-sy * s, sy * c, 0.0, sy * oy],
            [0.0, 0.0, sz, sz * oz],
            [0.0, 0.0, 0.0, 1.0],
        ]
    )


def _scaling(factors):
    return torch.diag(torch.tensor([*factors, 1.0]))


def _shift(offset):
    matrix = torch.eye(4)
    matrix[:3, 3] = torch.tensor(offset)
    return matrix


def _turn(angle):
    c, s = math.cos(angle), math.sin(angle)
    return torch.tensor([[c, -s, 0, 0], [s, c, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])


@instead_of("affine_matrix")
def shift_on_the_right(flips, offset, scale, angle):
    """The point is moved first.

    Known: moved_first.
    """
    factors = [(-1 if flip else 1) * s for flip, s in zip(flips, scale, strict=True)]
    return _scaling(factors) @ _turn(angle) @ _shift(offset)


@instead_of("affine_matrix")
def into_the_turn(flips, offset, scale, angle):
    """The sines of the turn are not scaled.

    Known: the_diagonal_alone_scaled.
    """
    matrix = _turn(angle)
    for i in range(3):
        matrix[i, i] *= scale[i] * (-1) ** flips[i]
        matrix[i, 3] += offset[i]
    return matrix


@instead_of("affine_matrix")
def flipped_at_last(flips, offset, scale, angle):
    """The offset is flipped, too.

    Known: nothing.
    """
    signs = [-1.0 if flip else 1.0 for flip in flips]
    return _scaling(signs) @ _shift(offset) @ _scaling(scale) @ _turn(angle)


@instead_of("affine_matrix")
def element_by_element(flips, offset, scale, angle):
    """Two matrices are multiplied element by element.

    Known: nothing.
    """
    factors = [(-1 if flip else 1) * s for flip, s in zip(flips, scale, strict=True)]
    return (_shift(offset) @ _scaling(factors)) * _turn(angle)
