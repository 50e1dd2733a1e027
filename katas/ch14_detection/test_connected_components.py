"""Connected components (§14.3.2): what touches is one."""

import numpy as np
import pytest

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch14_detection.connected_components import connected_components


@pytest.mark.parametrize(
    "rows",
    [["1.2", "1..", "..3"], ["11.22", "1...2", "1.3.2"], ["1..", ".2.", "..3"]],
    ids=["three of the book", "three side by side", "a diagonal"],
)
@pytest.mark.parametrize("axis", [0, 1, 2], ids=["IR", "IC", "RC"])
def test_corners_do_not_touch(rows, axis):
    """In a plane, any plane, a voxel touches four others; over a corner none."""
    expected = np.expand_dims(_labels(rows), axis)
    _assert_components(connected_components(expected > 0), expected)


@pytest.mark.parametrize("second", [(1, 1, 1), (0, 1, 1), (1, 0, 1), (1, 1, 0)])
def test_edges_do_not_touch(second):
    """Two voxels that share an edge, or a corner, and no face are two components."""
    expected = np.zeros((2, 3, 4), dtype=int)
    expected[0, 0, 0], expected[second] = 1, 2
    _assert_components(connected_components(expected > 0), expected)


@pytest.mark.parametrize("axis", [0, 1, 2], ids=["I", "R", "C"])
def test_faces_touch_along_each_axis(axis):
    """A row of voxels is one component, along slices as along rows and columns; a gap makes two."""
    shape = [1, 1, 1]
    shape[axis] = 6
    expected = np.array([1, 1, 0, 2, 2, 2]).reshape(shape)
    _assert_components(connected_components(expected > 0), expected)


def test_a_way_may_be_long():
    """Two arms that meet slices further on are one component; a third one between them is not."""
    expected = np.zeros((5, 4, 7), dtype=int)
    expected[:, 1, 1] = expected[:, 1, 5] = expected[4, 1, 1:6] = 1
    expected[:3, 1, 3] = 2
    _assert_components(connected_components(expected > 0), expected)


def test_a_mask_may_be_empty_or_full():
    """Of nothing there are no components; of a mask that is full there is one, and no more."""
    _assert_components(connected_components(np.zeros((2, 3, 4), bool)), np.zeros((2, 3, 4), int))
    _assert_components(connected_components(np.ones((2, 3, 4), bool)), np.ones((2, 3, 4), int))


def test_there_may_be_many_and_large_ones():
    """A scan has hundreds of components, and some have thousands of voxels: each is told whole."""
    board = np.indices((8, 9, 10)).sum(0) % 2
    expected = np.zeros((24, 9, 10), dtype=int)
    expected[:8] = np.where(board, board.cumsum().reshape(board.shape), 0)
    expected[9:] = expected.max() + 1
    _assert_components(connected_components(expected > 0), expected)


def test_what_is_drawn_is_found():
    """Large, small, one voxel alone: each has its label, and its size stands at its place."""
    expected = np.zeros((6, 10, 12), dtype=int)
    expected[1:5, 1:5, 1:6] = 1
    expected[0, 9, 11] = 2
    expected[2, 7:9, 2] = 3
    expected[3:6, 2:8, 8] = 4
    mask = expected > 0
    _assert_components(connected_components(mask), expected)
    assert_close(mask, expected > 0, what="the mask, after the call")


def _labels(rows):
    return np.array([[0 if it == "." else int(it) for it in row] for row in rows])


def _assert_components(actual, expected):
    """Labels may be in any order: they are renamed to those of ``expected`` where they can be."""
    __tracebackhide__ = True
    labels, sizes = actual
    assert_equal(type(labels).__name__, "ndarray", what="the type of the labels")
    assert_equal(labels.dtype.kind in "iu", True, what="whether the labels are ints")
    n = int(expected.max())
    found = sorted(set(labels.flatten().tolist()) | {0})
    assert_equal(found, list(range(n + 1)), what="the labels that occur, and 0")
    firsts = [np.argmax(expected == label) for label in range(1, n + 1)]
    renamed = {int(labels.flat[first]): label for label, first in enumerate(firsts, 1)}
    values = [renamed.get(label, 0) for label in labels.flatten().tolist()]
    assert_close(np.array(values).reshape(labels.shape), expected, what="labels, by first voxel")
    by_label = [int((labels == label).sum()) for label in range(1, n + 1)]
    assert_equal(sizes, by_label, what="the sizes")
