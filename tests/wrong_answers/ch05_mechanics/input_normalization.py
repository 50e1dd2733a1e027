"""Wrong answers to ch05_mechanics/input_normalization, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("normalize")
def one_standard_deviation_for_all_features(train, val):
    """All features share one mean and one spread.

    Known: one_scale_for_all_features, divided_by_zero.
    """
    mean, std = train.mean(), train.std()
    return (train - mean) / std, (val - mean) / std


def standardized(x):
    std = x.std(dim=0)
    std = torch.where(std > 0, std, torch.ones_like(std))
    return (x - x.mean(dim=0)) / std


@instead_of("normalize")
def each_by_its_own(train, val):
    """The validation data are scaled by their own numbers.

    Known: both_standardised_alike, rounding_taken_for_spread.
    """
    return standardized(train), standardized(val)


@instead_of("normalize")
def a_little_added(train, val):
    """A small number stands in the divisor, which matters where the spread is small.

    Known: a_small_number_added.
    """
    mu = train.mean(0)
    sigma = train.std(0) + 1e-8
    return (train - mu) / sigma, (val - mu) / sigma


@instead_of("normalize")
def divided_by_n(train, val):
    """The spread is that of NumPy, with N, and only a spread of exactly 0 is spared.

    Known: divided_by_n, rounding_taken_for_spread.
    """
    mean = train.mean(dim=0, keepdim=True)
    std = ((train - mean) ** 2).mean(dim=0, keepdim=True).sqrt()
    std = torch.where(std == 0, 1.0, std)
    return (train - mean) / std, (val - mean) / std


@instead_of("normalize")
def along_the_features(train, val):
    """Statistics are taken over the last dim: in [N, F] those of a sample.

    Known: rounding_taken_for_spread.
    """
    mean = train.mean(dim=-1, keepdim=True)
    std = train.std(dim=-1, keepdim=True)
    std[std == 0] = 1.0
    return (train - mean) / std, (val - mean) / std


@instead_of("normalize")
def squeezed_to_the_unit_interval(train, val):
    """The smallest and the largest take the place of mean and spread.

    Known: from_zero_to_one.
    """
    low, high = train.min(dim=0).values, train.max(dim=0).values
    spread = torch.where(high > low, high - low, torch.ones_like(high))
    return (train - low) / spread, (val - low) / spread
