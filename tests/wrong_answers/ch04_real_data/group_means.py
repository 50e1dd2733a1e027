"""Wrong answers to ch04_real_data/group_means, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("group_means")
def the_word_and(data, target):
    """`and` between masks.

    Known: and_of_python.
    """
    bad_data = data[target <= 3]
    mid_data = data[target > 3 and target < 7]
    good_data = data[target >= 7]
    return torch.mean(bad_data, 0), torch.mean(mid_data, 0), torch.mean(good_data, 0)


@instead_of("group_means")
def zeros_for_nothing(data, target):
    """An empty group has the mean 0, and 3 is not bad.

    Known: zeros_for_no_rows, three_is_not_bad.
    """
    groups = [target < 3, (target >= 3) & (target < 7), target >= 7]
    means = []
    for mask in groups:
        rows = data[mask]
        means.append(rows.mean(dim=0) if len(rows) else torch.zeros_like(data[0]))
    return tuple(means)


@instead_of("group_means")
def one_number(data, target):
    """All columns have one mean.

    Known: one_mean_for_all_columns.
    """
    masks = target <= 3, torch.logical_and(target > 3, target < 7), target >= 7
    return tuple(data[mask].mean() for mask in masks)


@instead_of("group_means")
def with_a_mask_of_numbers(data, target):
    """The other rows count as zeros.

    Known: other_rows_as_zeros.
    """
    means = []
    for mask in (target <= 3, (target > 3) & (target < 7), target >= 7):
        means.append((data * mask[:, None]).mean(dim=0))
    return means[0], means[1], means[2]


@instead_of("group_means")
def both_bounds_in_the_middle(data, target):
    """3 and 7 are taken for middling.

    Known: three_is_not_bad, seven_is_not_good.
    """
    middle = (target >= 3) & (target <= 7)
    return data[target < 3].mean(0), data[middle].mean(0), data[target > 7].mean(0)
