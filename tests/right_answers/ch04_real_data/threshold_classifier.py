"""Right answers to ch04_real_data/threshold_classifier, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("predict")
def the_line_of_the_book(column, threshold):
    return torch.lt(column, threshold)


@instead_of("predict")
def not_at_or_above(column, threshold):
    return ~(column >= threshold)


@instead_of("precision_and_recall")
def the_lines_of_the_book(predicted, actual):
    n_matches = torch.sum(actual & predicted).item()
    n_predicted = torch.sum(predicted).item()
    n_actual = torch.sum(actual).item()
    return n_matches / n_predicted, n_matches / n_actual


@instead_of("precision_and_recall")
def counted_in_lists(predicted, actual):
    pairs = list(zip(predicted.tolist(), actual.tolist(), strict=True))
    both = pairs.count((True, True))
    return both / (both + pairs.count((True, False))), both / (both + pairs.count((False, True)))


@instead_of("precision_and_recall")
def by_indexing(predicted, actual):
    if not (predicted.any() and actual.any()):
        raise ZeroDivisionError("nothing predicted, or nothing good")
    return actual[predicted].double().mean().item(), predicted[actual].double().mean().item()
