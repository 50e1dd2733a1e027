"""Cross-entropy from logits (§7.2.5, §7.2.6).

A classifier hands out logits: any real numbers, one per class.  Log-softmax turns each row
of them into log-probabilities, ``logits - log(sum(exp(logits)))``; the loss of a sample is
minus the log-probability of its true class.  Stay with logarithms all the way: ``exp(1e4)`` is
infinite, and the log of a probability that was rounded to 0 is -inf.

Write it without torch's own softmax, log_softmax, nll_loss, cross_entropy;
``torch.logsumexp`` may be used.
"""

from torch import Tensor


def log_softmax(logits: Tensor, dim: int) -> Tensor:
    """Return the logarithm of the softmax of ``logits`` along ``dim``.

    ``logits`` has any shape, ``dim`` may be negative.  Right for logits of ±1e4 too.

    New tensors keep the dtype and device of what came in, here and below.

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
    """Return ``nll_loss`` of the log-softmax of ``logits`` [N, C], along the classes.

    Right for logits of ±1e4 too.

    >>> cross_entropy(torch.tensor([[0.0, 0.0]]), torch.tensor([1]))
    tensor(0.6931)
    """
    raise NotImplementedError
