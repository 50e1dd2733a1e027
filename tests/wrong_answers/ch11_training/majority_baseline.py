"""Wrong answers to ch11_training/majority_baseline, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("majority_baseline")
def no_every_time(labels):
    """The answer is 0, whatever is frequent.

    Known: always_no.
    """
    predictions = torch.zeros_like(labels)
    correct = predictions == labels
    return {
        "all": correct.float().mean().item() * 100,
        "neg": correct[labels == 0].float().mean().item() * 100,
        "pos": correct[labels == 1].float().mean().item() * 100,
    }


@instead_of("majority_baseline")
def argmax_of_the_counts_from_behind(labels):
    """At a tie it says yes, and gives shares.

    Known: yes_where_both_are_as_frequent, shares.
    """
    pos = (labels == 1).sum().item()
    neg = len(labels) - pos
    yes = pos >= neg
    return {"all": max(pos, neg) / len(labels), "neg": float(not yes), "pos": float(yes)}


@instead_of("majority_baseline")
def fifty(labels):
    """All is the mean of both classes.

    Known: the_mean_of_the_classes.
    """
    yes = labels.float().mean() > 0.5
    result = {"neg": 0.0 if yes else 100.0, "pos": 100.0 if yes else 0.0}
    result["all"] = sum(result.values()) / 2
    return result


@instead_of("skill")
def difference(percentage, labels):
    """Points are not divided by anything.

    Known: points_above_the_baseline.
    """
    p = labels.float().mean().item()
    return percentage - 100 * max(p, 1 - p)


@instead_of("skill")
def better_than_a_coin(percentage, labels):
    """Chance is taken for one half, and it stops at 0.

    Known: chance_at_one_half, never_below_zero.
    """
    return max((percentage - 50) / 50, 0.0)


@instead_of("majority_baseline")
def shares_of_both(labels):
    """Each class has its share of the samples.

    Known: how_frequent_each_class_is.
    """
    pos = labels.sum().item()
    n = len(labels)
    shares = {"neg": 100 * (n - pos) / n, "pos": 100 * pos / n}
    return {"all": max(shares.values()), **shares}
