"""Input normalization (§5.4.4): one scale for all data, taken from the training data alone."""

import statistics

import pytest
import torch
from torch.nn.functional import mse_loss

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.input_normalization import normalize


@pytest.mark.parametrize(("n_train", "n_val"), [(5, 3), (5, 1), (5, 0), (2, 1)])
@pytest.mark.parametrize("features", [(), (1,), (3,)], ids=["N", "Nx1", "Nx3"])
def test_the_training_statistics_scale_both(device, dtype, features, n_train, n_val):
    """Each feature, in train and in val, is (x - mean) / std, by the mean and std of train."""
    train, val = _readings(n_train, n_val, features, device, dtype)
    expected_train, expected_val = _by_hand(train, val)
    train_n, val_n = normalize(train, val)
    assert_close(train_n, expected_train, what="train, standardised")
    assert_close(val_n, expected_val, what="val, standardised")


@pytest.mark.parametrize("features", [(), (3,)], ids=["N", "Nx3"])
def test_validation_rows_tell_nothing(device, dtype, features):
    """Train comes out the same whatever val holds, and each row of val as if it were alone."""
    train, val = _readings(5, 3, features, device, dtype)
    val[1] *= 1e4
    alone = [normalize(train, row) for row in val.split(1)]
    train_n, val_n = normalize(train, val)
    for train_with_one_row, _ in alone:
        assert_close(train_n, train_with_one_row, what="train, whatever is in val")
    assert_close(val_n, torch.cat([row_n for _, row_n in alone]), what="val, row by row")


@pytest.mark.parametrize("unit", [2.0**-33, 2.0**20], ids=["billionths", "millions"])
def test_the_unit_does_not_matter(device, dtype, unit):
    """Readings in another unit come out the same: large and small spreads are divided out."""
    train, val = _readings(5, 3, (3,), device, dtype)
    expected_train, expected_val = normalize(train, val)
    train_n, val_n = normalize(unit * train, unit * val)
    assert_close(train_n, expected_train, what="train in another unit, standardised")
    assert_close(val_n, expected_val, what="val in another unit, standardised")


@pytest.mark.parametrize("value", [5.0, 0.0])
def test_a_constant_feature_is_only_centred(device, dtype, value):
    """A feature that is the same in all of train has its mean subtracted, and is not divided."""
    train, val = _readings(5, 2, (3,), device, dtype)
    train[:, 1] = value
    val[:, 1] = torch.tensor([value, value + 2], device=device, dtype=dtype)
    expected_train, expected_val = _by_hand(train, val)
    train_n, val_n = normalize(train, val)
    assert_close(train_n, expected_train, what="train, standardised")
    assert_close(val_n, expected_val, what="val, standardised")


@pytest.mark.parametrize("n_train", [3, 7])
def test_rounding_is_no_spread(device, dtype, n_train):
    """A feature that is 0.1 in every row is constant, though torch.std may find some 1e-9."""
    train = torch.full((n_train,), 0.1, device=device, dtype=dtype)
    train_n, val_n = normalize(train, train[:2] + 2)
    assert_close(train_n, torch.zeros_like(train), what="train, standardised")
    assert_close(val_n, torch.full_like(val_n, 2), what="val, standardised")


@pytest.mark.parametrize("row", [0, 1, 3])
def test_one_row_that_differs_is_a_spread(device, dtype, row):
    """A feature is constant only if no row of train differs, be it the first or the last one."""
    train, val = _readings(4, 2, (), device, dtype)
    train.fill_(5.0)[row] = 9.0
    expected_train, expected_val = _by_hand(train, val)
    train_n, val_n = normalize(train, val)
    assert_close(train_n, expected_train, what="train, standardised")
    assert_close(val_n, expected_val, what="val, standardised")


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32, torch.float64])
def test_each_dtype_comes_back(device, dtype):
    """What comes back has the dtype that came in, half precision and a constant feature as well."""
    train = torch.tensor([[1, 7], [2, 7], [3, 7]], device=device, dtype=dtype)
    val = torch.tensor([[6, 9]], device=device, dtype=dtype)
    train_n, val_n = normalize(train, val)
    expected = torch.tensor([[-1, 0], [0, 0], [1, 0]], device=device, dtype=dtype)
    assert_close(train_n, expected, what="train, standardised")
    expected = torch.tensor([[4, 2]], device=device, dtype=dtype)
    assert_close(val_n, expected, what="val, standardised")


def test_a_hundred_epochs_do_what_five_thousand_did(device, dtype):
    """Standardised, w and b bear one rate: 100 epochs at 0.1 reach the best line's loss, 2.9276."""
    t_u, t_c = thermometer(device, dtype)
    t_un, _ = normalize(t_u, t_u[:2])
    w, b = 1.0, 0.0
    for _ in range(100):
        errors = w * t_un + b - t_c
        w, b = w - 0.1 * (2 * errors * t_un).mean(), b - 0.1 * (2 * errors).mean()
    loss, expected = mse_loss(w * t_un + b, t_c), torch.tensor(2.9276, device=device, dtype=dtype)
    assert_close(loss, expected, rtol=1e-4, atol=0, what="the loss after 100 epochs")


@pytest.mark.parametrize("features", [(), (3,)], ids=["N", "Nx3"])
def test_train_and_val_stay_as_they_are(device, dtype, features):
    """What comes back are new tensors: neither train nor val has changed, nor do they later."""
    train, val = _readings(5, 3, features, device, dtype)
    with assert_untouched(train, val):
        for normalized in normalize(train, val):
            normalized.zero_()


def _readings(n_train, n_val, features, device, dtype):
    """Features far apart in mean and spread; the columns of a table, so not contiguous."""
    n_features = features[0] if features else 1
    table = torch.arange(n_features * (n_train + n_val), device=device, dtype=dtype)
    table = table.mul(1.7).sin().reshape(n_features, n_train + n_val).t()
    table = table * table.new_tensor([8.0, 100.0, 0.25])[:n_features]
    table = table + table.new_tensor([40.0, -300.0, 0.5])[:n_features]
    table = table if features else table[:, 0]
    return table[:n_train], table[n_train:]


def _by_hand(train, val):
    """Both, standardised number by number; a feature without spread is only centred."""
    if train.dim() == 1:
        train_n, val_n = _by_hand(train.unsqueeze(1), val.unsqueeze(1))
        return train_n.squeeze(1), val_n.squeeze(1)
    train_n, val_n = torch.empty_like(train), torch.empty_like(val)
    for feature, column in enumerate(train.t().tolist()):
        mean = statistics.fmean(column)
        spread = statistics.stdev(column) if len(set(column)) > 1 else 1.0
        for rows, rows_n in ((train, train_n), (val, val_n)):
            for row, value in enumerate(rows[:, feature].tolist()):
                rows_n[row, feature] = (value - mean) / spread
    return train_n, val_n
