"""Views against clones (§3.7.2): who else sees what is written into a tensor."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch03_tensors.views_and_clones import move, move_all, moved

EXACTLY = {"rtol": 0, "atol": 0}  # all numbers are whole and small
POINTS = [[4, 1], [5, 3], [2, 1]]  # those of the book
STEP = [5, -2]

each_dtype = pytest.mark.parametrize(
    "dtype", [torch.float32, torch.float64, torch.bfloat16, torch.int64]
)
each_number = pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, [[9, -1], [5, 3], [2, 1]]),
        (1, [[4, 1], [10, 1], [2, 1]]),
        (2, [[4, 1], [5, 3], [7, -1]]),
    ],
)


@each_dtype
@each_number
def test_one_point_moves(device, dtype, number, expected):
    """The step is added to the point of this number; the other points and the step stay."""
    points, step, expected = _tensors(POINTS, STEP, expected, device=device, dtype=dtype)
    with assert_untouched(step):
        move(points, number, step)
    assert_close(points, expected, **EXACTLY, what="points, afterwards")


def test_whoever_holds_the_points_sees_the_move(device, dtype):
    """The numbers change in the memory that points and its views share."""
    everything, step = _tensors([[0, *it] for it in POINTS], STEP, device=device, dtype=dtype)
    points = everything[:, 1:]
    point = points[1]
    move(points, 1, step)
    (expected,) = _tensors([[0, 4, 1], [0, 10, 1], [0, 2, 1]], device=device, dtype=dtype)
    assert_close(points, expected[:, 1:], **EXACTLY, what="points, afterwards")
    assert_close(point, expected[1, 1:], **EXACTLY, what="a view of the point, made before")
    assert_close(everything, expected, **EXACTLY, what="the tensor that points is a view of")


@each_dtype
@each_number
def test_a_copy_with_one_point_moved(device, dtype, number, expected):
    """All points come back with one of them moved, and points stays as it is."""
    points, step, expected = _tensors(POINTS, STEP, expected, device=device, dtype=dtype)
    with assert_untouched(points, step):
        copy = moved(points, number, step)
    assert_close(copy, expected, **EXACTLY)


def test_the_copy_has_memory_of_its_own(device, dtype):
    """What is written into points later does not reach the copy, nor the other way round."""
    points, step, expected = _tensors(POINTS, STEP, POINTS, device=device, dtype=dtype)
    expected[1] += step
    copy = moved(points, 1, step)
    points.fill_(0)
    assert_close(copy, expected, **EXACTLY, what="the copy, after points has changed")
    copy.fill_(7)
    assert_close(points, 0 * expected, **EXACTLY, what="points, after the copy has changed")


@each_dtype
@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([0, 2], [[9, -1], [5, 3], [7, -1]]),
        ([2, 1], [[4, 1], [10, 1], [7, -1]]),
        ([1], [[4, 1], [10, 1], [2, 1]]),
        ([0, 1, 2], [[9, -1], [10, 1], [7, -1]]),
    ],
    ids=["0 and 2", "2 and 1", "1", "all"],
)
def test_the_points_that_are_listed_move(device, dtype, numbers, expected):
    """The step is added to each point that is listed, in any order, and to no other."""
    points, step, expected = _tensors(POINTS, STEP, expected, device=device, dtype=dtype)
    with assert_untouched(step):
        move_all(points, numbers, step)
    assert_close(points, expected, **EXACTLY, what="points, afterwards")


def test_whoever_holds_the_points_sees_all_of_them_move(device, dtype):
    """The points that are listed move in the memory that points and its views share."""
    points, step = _tensors(POINTS, STEP, device=device, dtype=dtype)
    xs = points[:, 0]
    move_all(points, [0, 2], step)
    (expected,) = _tensors([9, 5, 7], device=device, dtype=dtype)
    assert_close(xs, expected, **EXACTLY, what="a view of the first coordinates, made before")


def _tensors(*numbers, device, dtype):
    return [torch.tensor(it, device=device, dtype=dtype) for it in numbers]
