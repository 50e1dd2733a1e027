"""Wrong answers to ch12_metrics/class_weights, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("weighted_cross_entropy")
def a_mean_of_weighted_losses(logits, labels, weights):
    """The sum is divided by the number of samples.

    Known: divided_by_the_number.
    """
    log_p = torch.log_softmax(logits, 1)[torch.arange(len(labels)), labels]
    return -(weights[labels] * log_p).mean()


@instead_of("weighted_cross_entropy")
def by_all_weights(logits, labels, weights):
    """The sum is divided by that of the classes' weights.

    Known: divided_by_the_weights_of_the_classes.
    """
    lsm = logits.log_softmax(-1)
    picked = lsm.gather(-1, labels.unsqueeze(-1)).squeeze(-1)
    return -(picked * weights[labels]).sum() / weights.sum()


@instead_of("class_weights")
def shares(labels, n_classes):
    """The frequent class has the high weight.

    Known: shares_for_weights.
    """
    counts = torch.bincount(labels, minlength=n_classes).float()
    return counts / counts.sum()


@instead_of("class_weights")
def inverse_counts(labels, n_classes):
    """The weights are not scaled.

    Known: one_by_the_count.
    """
    return torch.stack([1 / (labels == c).sum() for c in range(n_classes)])


@instead_of("pos_weight")
def positives_by_negatives(labels):
    """The fraction is upside down.

    Known: positives_by_negatives.
    """
    n_pos = labels.sum()
    return n_pos / (len(labels) - n_pos)


@instead_of("weighted_cross_entropy")
def exp_and_log(logits, labels, weights):
    """Large logits overflow, and the number of samples divides.

    Known: overflowing, divided_by_the_number.
    """
    p = logits.exp() / logits.exp().sum(1, keepdim=True)
    losses = -p[torch.arange(len(labels)), labels].log()
    return (losses * weights[labels]).sum() / len(labels)
