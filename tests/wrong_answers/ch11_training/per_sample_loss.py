"""Wrong answers to ch11_training/per_sample_loss, as people write them."""

import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("batch_loss")
def as_chapter_12_has_it(logits_g, label_g):
    """The records keep their graph.

    Known: records_with_their_graph_as_in_chapter_12.
    """
    loss_g = nn.CrossEntropyLoss(reduction="none")(logits_g, label_g[:, 1])
    return loss_g.mean(), loss_g


@instead_of("batch_loss")
def negatives_as_class_1(logits, labels):
    """The classes are exchanged, and training follows a sum.

    Known: the_other_class, a_sum_to_follow.
    """
    target = labels[:, 0]
    per_sample = F.cross_entropy(logits, target, reduction="none")
    return per_sample.sum(), per_sample.detach()


@instead_of("batch_loss")
def repeated(logits, labels):
    """The mean stands for each sample.

    Known: the_mean_for_each_sample.
    """
    loss = F.cross_entropy(logits, labels.argmax(1))
    return loss, loss.detach().repeat(len(logits))


@instead_of("batch_loss")
def detached_too_early(logits, labels):
    """Nothing can be learned from the mean.

    Known: nothing_to_follow.
    """
    records = F.cross_entropy(logits, labels[:, 1], reduction="none").detach()
    return records.mean(), records


@instead_of("mean_loss")
def averages_averaged(records):
    """Each batch counts the same.

    Known: a_mean_of_means.
    """
    means = [float(batch.mean()) for batch in records]
    return sum(means) / len(means)


@instead_of("mean_loss")
def not_a_float(records):
    """A tensor comes back.

    Known: a_tensor_for_the_epoch.
    """
    return torch.hstack(list(records)).mean()


@instead_of("batch_loss")
def one_hot_targets(logits, labels):
    """The labels look like targets for each logit.

    Known: each_logit_by_itself.
    """
    loss = torch.nn.functional.binary_cross_entropy_with_logits(
        logits, labels.to(logits.dtype), reduction="none"
    )
    return loss.mean(), loss.mean(1).detach()
