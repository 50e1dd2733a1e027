"""Cross-entropy from logits (§7.2.5, §7.2.6).

A classifier hands out logits: any real numbers, one per class.  Log-softmax turns each row
of them into log-probabilities, ``logits - log(sum(exp(logits)))``; the loss of a sample is
minus the log-probability of its true class, averaged over the batch.  Stay with logarithms
all the way: ``exp(1e4)`` is infinite and ``log(softmax)`` of an unlikely class is -inf, where
the log-probability itself is an ordinary number.

Write it without torch's own softmax, log_softmax, nll_loss, cross_entropy;
``torch.logsumexp`` may be used.
"""

from torch import Tensor


def log_softmax(logits: Tensor, dim: int) -> Tensor:
    """Return the logarithm of the softmax of ``logits`` along ``dim``.

    ``logits`` has any shape, and ``dim`` may be negative.  Returns a new tensor of the same
    shape, dtype and device, right for logits of ±1e4 too.

    >>> log_softmax(torch.tensor([0.0, 104.0]), dim=0)
    tensor([-104., 0.])
    """
    raise NotImplementedError


def nll_loss(log_probs: Tensor, targets: Tensor) -> Tensor:
    """Return the mean negative log-likelihood of the true classes.

    ``log_probs`` is [N, C], ``targets`` int64 [N] with values from 0 to C - 1.  Returns a
    0-dimensional tensor with the dtype and device of ``log_probs``.

    >>> nll_loss(torch.tensor([[-0.5, -0.9], [-3.0, -0.1]]), torch.tensor([0, 1]))
    tensor(0.3000)
    """
    raise NotImplementedError


def cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    """Return the mean negative log-likelihood of the true classes, straight from logits.

    Shapes as in ``nll_loss``.  Right for logits of ±1e4 too.

    >>> cross_entropy(torch.tensor([[0.0, 0.0]]), torch.tensor([1]))
    tensor(0.6931)
    """
    raise NotImplementedError
