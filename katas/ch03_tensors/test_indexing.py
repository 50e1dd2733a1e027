"""Indexing (§3.3): ranges, None, an ellipsis, a mask, and the dimensions that they leave."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch03_tensors.indexing import channel, column, right_of, rows

EXACTLY = {"rtol": 0, "atol": 0}  # nothing is calculated
POINTS = [[4.0, 1.0], [5.0, 3.0], [2.0, 1.0]]  # those of the book


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(0, 1, POINTS[:2]), (1, 2, POINTS[1:]), (0, 2, POINTS), (1, 1, [POINTS[1]])],
    ids=["0 to 1", "1 to 2", "all", "1 to 1"],
)
def test_rows_include_both_ends(device, dtype, first, last, expected):
    """rows(points, 0, 1) are two points; from a point to itself it is one, of shape [1, D]."""
    points, expected = (torch.tensor(it, device=device, dtype=dtype) for it in (POINTS, expected))
    assert_close(rows(points, first, last), expected, **EXACTLY)


@pytest.mark.parametrize(("number", "of"), [(0, 0), (1, 1), (2, 2), (-1, 2), (-3, 0)])
@pytest.mark.parametrize("n_points", [2, 3, 1])
def test_a_column_has_two_dimensions(device, dtype, n_points, number, of):
    """A column is [N, 1], with one number for each point; negative numbers count from the end."""
    points = _ramp((n_points, 3), device, dtype)
    expected = torch.stack([point[of] for point in points]).reshape(n_points, 1)
    assert_close(column(points, number), expected, **EXACTLY)


@pytest.mark.parametrize("number", [0, 1, 2, -1])
@pytest.mark.parametrize("n_images", [2, 3, 1])
def test_one_channel_of_each_image(device, dtype, n_images, number):
    """Of a batch, [N, C, H, W], one channel is [N, H, W]."""
    images = _ramp((n_images, 3, 2, 4), device, dtype)
    expected = torch.stack([image[number] for image in images])
    assert_close(channel(images, number), expected, **EXACTLY)


@pytest.mark.parametrize("number", [0, 2, -1])
@pytest.mark.parametrize("shape", [(3, 2, 4), (3, 3, 3)])
def test_one_channel_of_a_single_image(device, dtype, shape, number):
    """Of one image, [C, H, W], one channel is [H, W]: the channels are third from the end."""
    image = _ramp(shape, device, dtype)
    expected = torch.stack([*image])[number]
    assert_close(channel(image, number), expected, **EXACTLY)


def test_one_channel_of_a_video(device, dtype):
    """Whatever stands before the channels is kept, two dimensions of it or more."""
    video = _ramp((2, 4, 3, 1, 2), device, dtype)
    expected = torch.stack([torch.stack([frame[1] for frame in clip]) for clip in video])
    assert_close(channel(video, 1), expected, **EXACTLY)


@pytest.mark.parametrize(
    ("x", "expected"),
    [(1.5, POINTS), (3.5, POINTS[:2]), (4.0, [POINTS[1]]), (5.0, [])],
    ids=["all", "two", "one, and one at x", "none, and one at x"],
)
def test_points_to_the_right(device, dtype, x, expected):
    """A point is kept whole if its first coordinate is above x; one that is x itself is not."""
    points, expected = (torch.tensor(it, device=device, dtype=dtype) for it in (POINTS, expected))
    assert_close(right_of(points, x), expected.reshape(-1, 2), **EXACTLY)


@pytest.mark.parametrize(("n_coordinates", "x"), [(1, 3.0), (3, 5.5)])
def test_points_of_any_number_of_coordinates(device, dtype, n_coordinates, x):
    """Only the first coordinate is compared, and a point with a single one is a row, too."""
    points = _ramp((5, n_coordinates), device, dtype)
    expected = [point for point in points if point[0].item() > x]
    assert_close(right_of(points, x), torch.stack(expected), **EXACTLY)


CALLS = {
    "rows": lambda x: rows(x[0], 0, 1),
    "column": lambda x: column(x[0], 1),
    "channel": lambda x: channel(x, 1),
    "right_of": lambda x: right_of(x[0], 1.0),
}
each_function = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


@each_function
@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.int64])
def test_any_dtype_is_kept(device, dtype, call):
    """The dtype is that of the tensor, and the tensor stays as it was."""
    x = _ramp((2, 2, 3), device, dtype)
    with assert_untouched(x):
        result = call(x)
    assert_equal(result.dtype, dtype, what="the dtype")


@each_function
def test_gradients_find_their_way_back(device, dtype, call):
    """Gradients of what was chosen arrive where it stood, and nowhere else."""
    x = _ramp((2, 2, 3), device, dtype)
    chosen = call(x)
    expected = torch.where(torch.isin(x, chosen), x, 0)
    x.requires_grad_()
    (gradient,) = torch.autograd.grad(call(x), x, chosen)
    assert_close(gradient, expected, what="the gradient")


def _ramp(shape, device, dtype):
    """1, 2, 3, …, in this shape."""
    n_elements = torch.Size(shape).numel()
    return torch.arange(1, n_elements + 1, device=device).to(dtype).reshape(shape)
