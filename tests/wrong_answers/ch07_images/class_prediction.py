"""Wrong answers to ch07_images/class_prediction, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("predict")
def the_logarithm_itself(log_probs):
    """The second result is the logarithm of the probability.

    Known: no_exp.
    """
    values, indices = torch.max(log_probs, dim=1)
    return indices, values


@instead_of("predict")
def in_the_order_of_max(log_probs):
    """The probabilities come first.

    Known: values_and_indices_swapped.
    """
    probs, classes = log_probs.exp().max(dim=1)
    return probs, classes


@instead_of("predict")
def each_row_asked_for_every_class(log_probs):
    """A column is picked for all samples, so that there are N probabilities for each.

    Known: nothing.
    """
    classes = log_probs.argmax(dim=-1)
    return classes, log_probs.exp()[:, classes]


@instead_of("predict")
def row_by_row(log_probs):
    """Later classes that are equally probable win, and numbers come back in the default dtype.

    Known: the_last_of_equals, probabilities_in_float32.
    """
    classes, probs = [], []
    for row in log_probs.tolist():
        best, best_logp = 0, row[0]
        for c, logp in enumerate(row):
            if logp >= best_logp:
                best, best_logp = c, logp
        classes.append(best)
        probs.append(torch.tensor(best_logp).exp())
    return torch.tensor(classes), torch.stack(probs)


@instead_of("predict")
def best_sample_of_each_class(log_probs):
    """Samples are compared, for each class, and the input becomes probabilities.

    Known: the_largest_over_the_batch, exp_in_place.
    """
    best = log_probs.exp_().max(0)
    return best.indices, best.values


@instead_of("predict")
def a_column_of_each(log_probs):
    """Both results are columns, [N, 1].

    Known: a_dimension_too_many.
    """
    classes = log_probs.argmax(1, keepdim=True)
    return classes, log_probs.gather(1, classes).exp()
