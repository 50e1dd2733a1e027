"""Logits (§7.2.6).

A classifier ends with logits: any real numbers, the larger the likelier.  CrossEntropyLoss takes
them as they are, since it has a softmax of its own.  Handed probabilities it does not complain:
it takes those for logits, too.  They differ by 1 at most, so the loss never comes near 0.
"""

from torch import Tensor, nn


def loss_and_probs(model: nn.Module, imgs: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    """Return the loss to train ``model`` with, and the probabilities to look at.

    ``model(imgs)`` are logits [N, C], and it is called once; ``labels`` [N] are int64.  The loss
    is the cross entropy, the mean over the batch: a 0-dimensional tensor, from which gradients
    flow back.  The probabilities are [N, C], and take no part in the graph.
    """
    raise NotImplementedError


def loss_range(n_classes: int) -> tuple[float, float]:
    """Return the least and the largest loss of a sample if CrossEntropyLoss gets probabilities.

    It is least if all of the probability is on the true class, and largest if all of it is on
    another; ``n_classes`` is at least 2.

    >>> loss_range(2)
    (0.3132616875182228, 1.3132616875182228)
    """
    raise NotImplementedError
