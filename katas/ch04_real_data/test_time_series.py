"""A time series, day by day (§4.4.2): hours along the last dimension, channels before it."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch04_real_data.time_series import by_day, with_one_hot

EXACTLY = {"rtol": 0, "atol": 0}
each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
# As many days or hours as channels: what is lined up wrongly still fits.
each_size = pytest.mark.parametrize(
    "size", [(3, 2, 4), (2, 3, 3), (3, 3, 2), (2, 2, 2), (1, 3, 4), (4, 1, 3)]
)


@each_dtype
@each_size
def test_an_hour_keeps_its_day_and_its_channel(device, dtype, size):
    """[n, c, l] is column c of row n * L + l: day n, hour l."""
    n_days, n_channels, n_hours = size
    table = _numbers((n_days * n_hours, n_channels), device, dtype)
    rows = table.tolist()
    days = [
        [[rows[n * n_hours + hour][c] for hour in range(n_hours)] for c in range(n_channels)]
        for n in range(n_days)
    ]
    expected = torch.tensor(days, device=device, dtype=dtype)
    with assert_untouched(table):
        actual = by_day(table, n_hours)
    assert_close(actual, expected, **EXACTLY)


def test_the_bikes_of_the_book(device):
    """Two years of 17520 hours and 17 columns are 730 days of 17 channels and 24 hours (§4.4.2)."""
    bikes = torch.arange(17520.0 * 17, device=device).reshape(17520, 17)
    days = by_day(bikes)
    assert_equal(list(days.shape), [730, 17, 24], what="the shape")
    assert_close(days[1, :, 3], bikes[27], **EXACTLY, what="the fourth hour of the second day")


@each_dtype
@pytest.mark.parametrize("channel", [0, 1])
@pytest.mark.parametrize(
    ("classes", "n_classes"),
    [
        ([[1, 3, 2, 1], [4, 4, 1, 2], [3, 1, 3, 3]], 4),
        ([[1, 2, 1, 1], [2, 1, 1, 1]], 4),
        ([[2, 3, 1], [3, 1, 2], [1, 1, 2]], 3),
        ([[2]], 2),
    ],
    ids=["3 days", "2 days", "square", "1 hour"],
)
def test_a_class_has_a_channel(device, dtype, channel, classes, n_classes):
    """After the channels there were, one for each class: 1 in the hours of its class, else 0."""
    days = _numbers((len(classes), 2, len(classes[0])), device, dtype)
    days[:, channel] = torch.tensor(classes, device=device, dtype=dtype)
    more = [[[float(it == k + 1) for it in day] for k in range(n_classes)] for day in classes]
    expected = torch.cat([days, torch.tensor(more, device=device, dtype=dtype)], dim=1)
    actual = with_one_hot(days, channel, n_classes)
    assert_close(actual, expected, **EXACTLY)


def test_the_days_are_left_alone(device, dtype):
    """The days keep their classes, even if the result is changed afterwards."""
    days = torch.tensor([[[1.0, 3, 2], [7, 8, 9]]], device=device, dtype=dtype)
    with assert_untouched(days):
        with_one_hot(days, 0, 3).zero_()


def _numbers(shape, device, dtype):
    """Whole numbers in no order, which bfloat16 holds too."""
    numbers = torch.arange(torch.Size(shape).numel(), device=device) * 37 % 127
    return numbers.reshape(shape).to(dtype)
