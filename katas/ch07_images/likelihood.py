"""Likelihood (§7.2.5).

A classifier gives each sample one probability per class.  Right answers are likely when the true
classes have high probabilities: the likelihood of a batch is the product of those, one number per
sample.  The other classes do not count.

To train, take minus its logarithm, which is smaller the better.  A product of a thousand
probabilities is too small for any float and becomes 0: take each logarithm first, then add.

``probs`` is [N, C], a probability per class; ``targets`` is int64 [N], from 0 to C - 1.  Both
stay as they are.  A result is one number, of shape [] or, as in the book, [1]; it has the dtype of
``probs``, and gradients flow through it.  Torch's own nll_loss and cross_entropy are not to be
called.
"""

from torch import Tensor


def likelihood(probs: Tensor, targets: Tensor) -> Tensor:
    """Return the product of the true classes' probabilities.

    >>> likelihood(torch.tensor([[0.5, 0.5], [0.9, 0.1]]), torch.tensor([0, 1]))
    tensor(0.0500)
    """
    raise NotImplementedError


def neg_log_likelihood(probs: Tensor, targets: Tensor, reduction: str) -> Tensor:
    """Return minus the logarithm of the likelihood.

    With ``reduction`` "sum" it is that of the whole batch, with "mean" the average per sample.
    A true class of probability 0 makes it infinite.

    >>> neg_log_likelihood(torch.tensor([[0.5, 0.5], [0.9, 0.1]]), torch.tensor([0, 1]), "sum")
    tensor(2.9957)
    """
    raise NotImplementedError
