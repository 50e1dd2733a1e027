"""A point that says what to segment (§15, second edition): x along the columns, y down the rows."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch13_segmentation.point_prompt import covers, point_prompts

DTYPES = [torch.int64, torch.float32, torch.float64]
CENTERS = [[90, 359, 24], [3, 17, 508], [121, 260, 260], [0, 0, 7]]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("n", [4, 2, 1, 0])
def test_a_point_is_column_then_row(device, dtype, n):
    """Of (index, row, column) the column is x and the row is y: one point [2] for each of N."""
    centers = torch.tensor(CENTERS, device=device, dtype=dtype)[:n]
    expected = torch.tensor([[24, 359], [508, 17], [260, 260], [7, 0]], device=device, dtype=dtype)
    with assert_untouched(centers):
        points = point_prompts(centers)
    assert_close(points, expected[:n], rtol=0, atol=0)


def test_fractions_stay(device, dtype):
    """A centre may lie between voxels, and so does its point."""
    centers = torch.tensor([[9.5, 30.25, 4.75], [1.0, 2.5, 60.125]], device=device, dtype=dtype)
    expected = torch.tensor([[4.75, 30.25], [60.125, 2.5]], device=device, dtype=dtype)
    assert_close(point_prompts(centers), expected, rtol=0, atol=0)


@pytest.mark.parametrize("size", [(4, 7), (7, 4), (5, 5)], ids=str)
@pytest.mark.parametrize("dtype", DTYPES)
def test_a_mask_covers_the_point_in_it(device, dtype, size):
    """A mask of one pixel covers the point there, and neither its neighbours nor its mirror."""
    height, width = size
    row, column = height - 1, 1
    points = [[column, row], [column - 1, row], [column, row - 1], [column + 1, row], [3, 1]]
    masks = torch.zeros(len(points), height, width, dtype=torch.bool, device=device)
    masks[:, row, column] = True
    points = torch.tensor(points, device=device, dtype=dtype)
    with assert_untouched(masks, points):
        covered = covers(masks, points)
    assert_close(covered, torch.tensor([True, False, False, False, False], device=device))


@pytest.mark.parametrize("n", [4, 2, 1, 0])
def test_each_mask_has_its_own_point(device, n):
    """Mask n is asked at point n alone: N answers, not N by N."""
    points = torch.tensor([[1.0, 0.0], [4.0, 2.0], [0.0, 1.0], [3.0, 1.0]], device=device)[:n]
    masks = torch.zeros(4, 3, 5, dtype=torch.bool, device=device)
    masks[0, 0, 1] = masks[1, 0, 1] = masks[2, 1, 0] = masks[3, 2, 4] = True
    expected = torch.tensor([True, False, True, False], device=device)
    assert_close(covers(masks[:n], points), expected[:n])


def test_a_point_belongs_to_the_nearest_pixel(device, dtype):
    """A point between two centres belongs to the nearer one: 2.8 is at 3, and 0.4 is at 0."""
    points = torch.tensor([[2.8, 0.4], [2.2, 0.4], [2.8, 0.6], [3.3, 0.0]], device=device)
    masks = torch.zeros(4, 2, 5, dtype=torch.bool, device=device)
    masks[:, 0, 3] = True
    expected = torch.tensor([True, False, False, True], device=device)
    assert_close(covers(masks, points.to(dtype)), expected)


def test_a_mask_covers_the_centre_of_its_nodule(device, dtype):
    """From the voxel to the point and into the mask: row and column end where they began."""
    centers = torch.tensor([[8.0, 1.0, 5.0], [2.0, 3.0, 0.0]], device=device, dtype=dtype)
    masks = torch.zeros(2, 4, 6, dtype=torch.bool, device=device)
    masks[0, 1, 5] = masks[1, 3, 0] = True
    covered = covers(masks, point_prompts(centers))
    assert_close(covered, torch.tensor([True, True], device=device))
