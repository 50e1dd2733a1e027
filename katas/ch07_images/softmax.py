"""Softmax (§7.2.4).

Softmax makes probabilities of any real numbers: ``exp(x) / sum(exp(x))``.  Each lies between 0
and 1, those along one dimension add up to 1, and the larger number has the larger probability.

In float32 ``exp(100)`` is infinite, and infinity over infinity is NaN.  A number that is
subtracted from all of them changes no probability: choose it so that exp stays small.

Torch's own softmax and log_softmax are not to be called; logsumexp may.
"""

from torch import Tensor


def softmax(x: Tensor, dim: int) -> Tensor:
    """Return the probabilities of ``x`` along ``dim``, which may be negative.

    ``x`` has any shape, with numbers as large as ±1e4, and stays as it is.  The result is a new
    tensor of the same shape and dtype, through which gradients flow.

    >>> softmax(torch.tensor([[0.0, 0.0], [100.0, 0.0]]), dim=1)
    tensor([[0.5000, 0.5000], [1.0000, 0.0000]])
    """
    raise NotImplementedError
