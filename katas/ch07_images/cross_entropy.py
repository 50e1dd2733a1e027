"""Cross-entropy from logits (§7.2.5, §7.2.6).

A classifier hands out logits: any real numbers, one per class.  Log-softmax turns each row into
log-probabilities, ``logits - log(sum(exp(logits)))``; the loss of a sample is minus that of its
true class.  Stay with logarithms all the way: ``exp(1e4)`` is infinite, and the logarithm of a
probability that was rounded to 0 is -inf.

Torch's own softmax, log_softmax, nll_loss, cross_entropy are not to be called; logsumexp may.
"""

from torch import Tensor


def log_softmax(logits: Tensor, dim: int) -> Tensor:
    """Return the logarithm of the softmax of ``logits`` along ``dim``, which may be negative.

    ``logits`` has any shape.  Right for logits of ±1e4 too.  A new tensor, of the dtype and
    device of what came in: that is so in all three.

    >>> log_softmax(torch.tensor([0.0, 104.0]), dim=0)
    tensor([-104., 0.])
    """
    raise NotImplementedError


def nll_loss(log_probs: Tensor, targets: Tensor) -> Tensor:
    """Return minus the mean log-probability of the true classes: 0-dimensional.

    ``log_probs`` is [N, C], ``targets`` int64 [N], from 0 to C - 1.

    >>> nll_loss(torch.tensor([[-0.5, -0.9], [-3.0, -0.1]]), torch.tensor([0, 1]))
    tensor(0.3000)
    """
    raise NotImplementedError


def cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    """Return the ``nll_loss`` of log-softmax along the classes; right for ±1e4 too.

    >>> cross_entropy(torch.tensor([[0.0, 0.0]]), torch.tensor([1]))
    tensor(0.6931)
    """
    raise NotImplementedError
