"""Wrong answers to ch07_images/cross_entropy, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of
from katas.ch07_images.cross_entropy import log_softmax, nll_loss


@instead_of("cross_entropy")
def softmax_before_the_loss(logits, targets):
    """Softmax is taken twice, so that no loss comes near 0.

    Known: a_softmax_before_it.
    """
    probabilities = log_softmax(logits, dim=1).exp()
    return nll_loss(log_softmax(probabilities, dim=1), targets)


@instead_of("cross_entropy")
def likelihood_of_raw_logits(logits, targets):
    """The logits are taken for log-probabilities.

    Known: logits_taken_for_log_probabilities.
    """
    return nll_loss(logits, targets)


@instead_of("cross_entropy")
def likelihood_of_probabilities(logits, targets):
    """Probabilities are taken for their logarithms.

    Known: probabilities_taken_for_log_probabilities.
    """
    return nll_loss(log_softmax(logits, dim=1).exp(), targets)


def probabilities(logits):
    weights = torch.exp(logits - logits.max(dim=1, keepdim=True).values)
    return weights / weights.sum(dim=1, keepdim=True)


@instead_of("cross_entropy")
def helper_with_a_public_name(logits, targets):
    """The logarithm is that of a finished softmax, where a probability may be 0.

    Known: the_log_of_a_rounded_softmax.
    """
    return -probabilities(logits)[torch.arange(len(targets)), targets].log().mean()


@instead_of("cross_entropy")
def one_loss_for_each_sample(logits, targets):
    """There is a loss for each sample, in a column.

    Known: one_loss_per_sample.
    """
    return -log_softmax(logits, dim=1).gather(1, targets.unsqueeze(1))


@instead_of("cross_entropy")
def probability_clipped(logits, targets):
    """Probabilities are cut off, so that no loss is large, and none has a slope there.

    Known: a_cap_on_the_loss.
    """
    p = log_softmax(logits, dim=1).exp().gather(1, targets.unsqueeze(1))
    return -p.clamp(1e-15, 1 - 1e-15).log().mean()


@instead_of("log_softmax")
def by_the_formula(logits, dim):
    """A large logit makes exp infinite.

    Known: the_log_of_a_naive_softmax.
    """
    e = torch.exp(logits)
    return torch.log(e / e.sum(dim=dim, keepdim=True))


@instead_of("log_softmax")
def always_the_last_dim(logits, dim):
    """The dim that is asked for does not matter.

    Known: always_along_the_last_dimension.
    """
    return logits - logits.logsumexp(-1, keepdim=True)


@instead_of("log_softmax")
def largest_subtracted_once(logits, dim):
    """The largest is subtracted inside the logarithm, and not added again.

    Known: nothing.
    """
    m = logits.max(dim=dim, keepdim=True).values
    return logits - torch.log(torch.exp(logits - m).sum(dim=dim, keepdim=True))


@instead_of("nll_loss")
def every_target_for_every_row(log_probs, targets):
    """Each row is asked for the classes of all rows.

    Known: every_target_for_every_sample.
    """
    return -log_probs[:, targets].mean()


@instead_of("nll_loss")
def summed_and_positive(log_probs, targets):
    """The sum has neither a minus nor a number of samples.

    Known: summed_over_the_batch.
    """
    picked = log_probs.gather(1, targets.view(-1, 1))
    return picked.sum()


@instead_of("nll_loss")
def one_hot_mean(log_probs, targets):
    """The mean is taken over the classes, too.

    Known: nothing.
    """
    one_hot = torch.zeros_like(log_probs)
    one_hot[torch.arange(len(targets)), targets] = 1.0
    return -(one_hot * log_probs).mean()
