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


@instead_of("class_weights")
def one_on_the_average(labels, n_classes):
    """The weights of the classes are 1 on the average.

    Known: weights_that_add_up_to_the_classes.
    """
    weights = 1 / torch.bincount(labels, minlength=n_classes).float()
    return weights / weights.mean()


@instead_of("weighted_cross_entropy")
def log_after_softmax(logits, labels, weights):
    """A low probability is 0, and its loss is inf.

    Known: log_of_softmax.
    """
    p = logits.softmax(1).gather(1, labels[:, None])[:, 0]
    w = weights[labels]
    return -(w * p.log()).sum() / w.sum()


@instead_of("weighted_cross_entropy")
def by_one_hot(logits, labels, weights):
    """The minus sign is left out.

    Known: the_sign.
    """
    onehot = torch.nn.functional.one_hot(labels, logits.shape[1]).to(logits.dtype)
    w = onehot @ weights
    return ((onehot * logits.log_softmax(1)).sum(1) * w).sum() / w.sum()


@instead_of("weighted_cross_entropy")
def class_by_class(logits, labels, weights):
    """It is the means of the classes that are weighted.

    Known: nothing.
    """
    losses = -logits.log_softmax(1).gather(1, labels[:, None]).squeeze(1)
    present = labels.unique()
    means = torch.stack([losses[labels == label].mean() for label in present])
    return (means * weights[present]).sum() / weights[present].sum()


@instead_of("pos_weight")
def at_least_one(labels):
    """Positive ones never weigh less than 1.

    Known: nothing.
    """
    n = torch.bincount(labels)
    return (n[0] / n[1]).clamp(min=1)


@instead_of("weighted_cross_entropy")
def the_sum_of_exp(logits, labels, weights):
    """The logarithm of the sum is written out, and overflows.

    Known: log_of_softmax.
    """
    losses = logits.exp().sum(1).log() - logits[torch.arange(len(labels)), labels]
    w = weights[labels]
    return (w * losses).sum() / w.sum()


@instead_of("weighted_cross_entropy")
def by_the_mean_weight(logits, labels, weights):
    """The weighted sum is divided by the mean of the weights.

    Known: nothing.
    """
    w = weights[labels]
    log_probs = logits.log_softmax(1)[range(len(labels)), labels]
    return -(w * log_probs).sum() / w.mean()
