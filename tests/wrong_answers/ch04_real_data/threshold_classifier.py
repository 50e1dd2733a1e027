"""Wrong answers to ch04_real_data/threshold_classifier, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("predict")
def up_to_the_threshold(column, threshold):
    """The threshold is predicted as well.

    Known: the_threshold_too.
    """
    return torch.le(column, threshold)


@instead_of("precision_and_recall")
def the_word_and(predicted, actual):
    """`and` between tensors.

    Known: and_of_python.
    """
    matches = (predicted and actual).sum().item()
    return matches / predicted.sum().item(), matches / actual.sum().item()


@instead_of("precision_and_recall")
def agreement(predicted, actual):
    """True negatives are counted, and the two are returned in the other order.

    Known: agreement_counted, recall_first.
    """
    n_matches = torch.sum(predicted == actual).item()
    n_predicted = torch.sum(predicted).item()
    n_actual = torch.sum(actual).item()
    return n_matches / n_actual, n_matches / n_predicted


@instead_of("precision_and_recall")
def guarded(predicted, actual):
    """0.0 where there is nothing to divide by.

    Known: nothing_has_a_share.
    """
    both = torch.logical_and(predicted, actual).sum().item()
    n_predicted, n_actual = predicted.sum().item(), actual.sum().item()
    precision = both / n_predicted if n_predicted else 0.0
    recall = both / n_actual if n_actual else 0.0
    return precision, recall


@instead_of("precision_and_recall")
def in_tensors(predicted, actual):
    """0 divided by 0 is NaN in tensors.

    Known: nothing_has_a_share.
    """
    both = (predicted * actual).sum()
    return (both / predicted.sum()).item(), (both / actual.sum()).item()


@instead_of("precision_and_recall")
def found_among_all(predicted, actual):
    """Recall is a share of all samples.

    Known: recall_of_all_samples.
    """
    both = (predicted & actual).sum().item()
    return both / predicted.sum().item(), both / len(actual)
