"""Known wrong answers to ch05_mechanics/input_normalization."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.input_normalization import normalize


@instead_of("normalize")
def each_by_its_own_statistics(train, val):
    """You scaled val by its own mean and standard deviation. The same reading then means one
    thing in train and another in val, and a single row nothing at all: use those of train."""
    train_n = (train - train.mean(dim=0)) / train.std(dim=0)
    val_n = (val - val.mean(dim=0)) / val.std(dim=0)
    return train_n, val_n


@instead_of("normalize")
def the_statistics_of_both(train, val):
    """You took the statistics of train and val together. Then the training data already knows
    something of the validation data: take them from train alone."""
    both = torch.cat([train, val])
    mean, std = both.mean(dim=0), both.std(dim=0)
    return (train - mean) / std, (val - mean) / std


@instead_of("normalize")
def val_left_as_it_is(train, val):
    """You left val as it is. A model trained on scaled inputs needs scaled inputs: put val
    through the same subtraction and division."""
    return normalize(train, val)[0], val.clone()


@instead_of("normalize")
def centred_only(train, val):
    """You subtracted the mean and stopped there. The spread is what keeps the gradients apart:
    divide by the standard deviation."""
    mean = train.mean(dim=0)
    return train - mean, val - mean


@instead_of("normalize")
def not_centred(train, val):
    """You divided by the standard deviation, but the mean is still there: subtract it first."""
    std = _spread(train)
    return train / std, val / std


@instead_of("normalize")
def divided_by_the_variance(train, val):
    """You divided by the variance. It is in squared units; the standard deviation, its root, is
    in those of the feature."""
    mean, variance = train.mean(dim=0), train.var(dim=0)
    return (train - mean) / variance, (val - mean) / variance


@instead_of("normalize")
def divided_by_n(train, val):
    """You averaged the squared deviations over N. torch.std divides their sum by N - 1."""
    mean = train.mean(dim=0)
    std = _spread(train) * ((len(train) - 1) / len(train)) ** 0.5
    return (train - mean) / std, (val - mean) / std


@instead_of("normalize")
def one_scale_for_all_features(train, val):
    """You took one mean and one standard deviation over all features. Each feature has its own:
    reduce over the rows, dim=0."""
    mean, std = train.mean(), train.std()
    return (train - mean) / std, (val - mean) / std


@instead_of("normalize")
def a_tenth(train, val):
    """You multiplied by 0.1, as the book does for its one thermometer. Other data has another
    size: take the scale from train."""
    return 0.1 * train, 0.1 * val


@instead_of("normalize")
def from_zero_to_one(train, val):
    """You stretched train to run from 0 to 1. What is asked for is a mean of 0 and a standard
    deviation of 1."""
    least, most = train.amin(dim=0), train.amax(dim=0)
    span = torch.where(most > least, most - least, 1)
    return (train - least) / span, (val - least) / span


@instead_of("normalize")
def divided_by_zero(train, val):
    """You divided a constant feature by its standard deviation, 0, which gives NaN or infinity.
    Find such features and only subtract their mean."""
    mean, std = train.mean(dim=0), train.std(dim=0)
    return (train - mean) / std, (val - mean) / std


@instead_of("normalize")
def a_small_number_added(train, val):
    """You added a small number to the standard deviation. A constant feature is then divided by
    that small number, and a value beside it becomes huge: divide by 1 instead."""
    mean, std = train.mean(dim=0), train.std(dim=0) + 1e-8
    return (train - mean) / std, (val - mean) / std


@instead_of("normalize")
def a_floor_under_the_spread(train, val):
    """You took every small standard deviation for 0. Small may be a matter of units: ask whether
    all rows of train hold the same value."""
    mean, std = train.mean(dim=0), train.std(dim=0)
    std = torch.where(std < 1e-6, 1, std)
    return (train - mean) / std, (val - mean) / std


@instead_of("normalize")
def rounding_taken_for_spread(train, val):
    """You asked whether the standard deviation is exactly 0. The mean of equal numbers is
    rounded, which can leave a trace of spread: compare the rows themselves."""
    mean, std = train.mean(dim=0), train.std(dim=0)
    std = torch.where(std == 0, 1, std)
    return (train - mean) / std, (val - mean) / std


@instead_of("normalize")
def a_constant_feature_set_to_zero(train, val):
    """You set a feature that is constant in train to 0 in val as well. A value that differs
    there still differs: only subtract the mean."""
    train_n, val_n = normalize(train, val)
    return train_n, torch.where((train == train[0]).all(dim=0), 0, val_n)


@instead_of("normalize")
def edited_in_place(train, val):
    """You changed the tensors that you were given. Their owner still needs them: write
    (train - mean) / std, which makes a new one."""
    train_n, val_n = normalize(train, val)
    return train.copy_(train_n), val.copy_(val_n)


def _spread(train):
    constant = (train == train[0]).all(dim=0)
    return torch.where(constant, 1, train.std(dim=0))
