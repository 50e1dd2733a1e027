"""Right answers to ch04_real_data/group_means, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("group_means")
def the_lines_of_the_book(data, target):
    bad_data = data[target <= 3]
    mid_data = data[(target > 3) & (target < 7)]
    good_data = data[target >= 7]
    bad_mean = torch.mean(bad_data, dim=0)
    mid_mean = torch.mean(mid_data, dim=0)
    good_mean = torch.mean(good_data, dim=0)
    return bad_mean, mid_mean, good_mean


@instead_of("group_means")
def sums_over_counts(data, target):
    means = []
    for mask in (target < 4, (target > 3) & ~(target >= 7), target > 6):
        rows = data.masked_fill(~mask[:, None], 0)
        means.append(rows.sum(dim=0) / mask.sum())
    return tuple(means)


@instead_of("group_means")
def row_after_row(data, target):
    rows = {"bad": [], "middling": [], "good": []}
    for row, score in zip(data, target.tolist(), strict=True):
        rows["bad" if score <= 3 else "good" if score >= 7 else "middling"].append(row)
    none = torch.full_like(data[0], torch.nan)
    bad, middling, good = (torch.stack(it).mean(0) if it else none for it in rows.values())
    return bad, middling, good
