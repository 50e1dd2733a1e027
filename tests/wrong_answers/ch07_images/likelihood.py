"""Wrong answers to ch07_images/likelihood, as people write them."""

import math

import torch

from katas._dojo.writing.mistakes import instead_of


def picked(probs, targets):
    return probs.gather(dim=1, index=targets.unsqueeze(1))


def product(probs, targets):
    prod = 1.0
    for x in picked(probs, targets):
        prod = prod * x
    return prod


@instead_of("likelihood")
def most_probable_class(probs, targets):
    """The largest probability counts, whichever class is true.

    Known: the_largest_of_each_row.
    """
    return probs.max(dim=1).values.prod()


@instead_of("likelihood")
def every_target_of_every_row(probs, targets):
    """Each row is asked for the classes of all rows.

    Known: every_target_for_every_sample.
    """
    return torch.prod(probs[:, targets])


@instead_of("likelihood")
def product_in_float32(probs, targets):
    """The product begins as a float32, and stays one.

    Known: nothing.
    """
    prod = torch.ones(1, device=probs.device)
    for i in range(len(targets)):
        prod = (prod * probs[i, targets[i]]).float()
    return prod


@instead_of("neg_log_likelihood")
def as_the_book_has_it(probs, targets, reduction):
    """The product is taken before the logarithm, and a mean is not known.

    Known: the_neg_log_likelihood_of_the_book, always_summed.
    """
    return -product(probs, targets).log()


@instead_of("neg_log_likelihood")
def product_over_n(probs, targets, reduction):
    """The product is taken before the logarithm.

    Known: the_neg_log_likelihood_of_the_book.
    """
    nll = -torch.log(picked(probs, targets).prod())
    if reduction == "mean":
        nll = nll / len(targets)
    return nll


@instead_of("neg_log_likelihood")
def logarithm_of_the_mean(probs, targets, reduction):
    """The mean is taken of the probabilities, and then the logarithm.

    Known: the_log_of_the_mean.
    """
    p = picked(probs, targets)
    return -p.log().sum() if reduction == "sum" else -p.mean().log()


@instead_of("neg_log_likelihood")
def kept_from_infinity(probs, targets, reduction):
    """A small number keeps the loss from becoming infinite.

    Known: a_cap_on_the_loss.
    """
    log_p = torch.log(picked(probs, targets) + 1e-12)
    return -(log_p.sum() if reduction == "sum" else log_p.mean())


@instead_of("neg_log_likelihood")
def in_plain_python(probs, targets, reduction):
    """Gradients end at the floats of Python, and a probability of 0 raises.

    Known: a_python_number.
    """
    total = 0.0
    for row, target in zip(probs, targets, strict=True):
        total -= math.log(row[target].item())
    if reduction == "mean":
        total /= len(targets)
    return torch.tensor(total, dtype=probs.dtype, device=probs.device)


@instead_of("neg_log_likelihood")
def one_hot_average(probs, targets, reduction):
    """The mean is taken over samples and classes, and a class of probability 0 makes it NaN.

    Known: averaged_over_the_classes_too.
    """
    one_hot = torch.nn.functional.one_hot(targets, probs.shape[1])
    losses = -one_hot * probs.log()
    return losses.mean() if reduction == "mean" else losses.sum()
