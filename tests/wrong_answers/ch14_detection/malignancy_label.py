"""Wrong answers to ch14_detection/malignancy_label, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("is_malignant")
def on_average(ratings):
    """The mean of those who have rated decides.

    Known: the_mean_of_those_who_rated.
    """
    out = []
    for row in ratings.tolist():
        given = [r for r in row if r]
        out.append(bool(given) and sum(given) / len(given) >= 4)
    return torch.tensor(out, dtype=torch.bool, device=ratings.device)


@instead_of("is_malignant")
def a_majority(ratings):
    """Three of four have to agree.

    Known: more_than_two.
    """
    votes = torch.where(ratings >= 4, 1, 0)
    return votes.sum(-1).gt(2)


@instead_of("is_malignant")
def anybody_sure(ratings):
    """One radiologist is enough if she is sure.

    Known: nothing.
    """
    return ((ratings >= 4).sum(1) >= 2) | (ratings == 5).any(1)


@instead_of("is_malignant")
def sure_ones_counted(ratings):
    """Only 5 counts, and the answer is of ints.

    Known: above_4, numbers_for_bools.
    """
    return ((ratings > 4).sum(dim=1) >= 2).int().to(torch.int64)
