"""The predicted class (§7.2.4, §7.2.6).

A classifier that ends in LogSoftmax gives each sample the logarithms of its probabilities, one per
class.  The prediction is the class with the largest; it is as probable as exp of that number.  The
other way to read the same table, down its columns, compares samples with one another.
"""

from torch import Tensor


def predict(log_probs: Tensor) -> tuple[Tensor, Tensor]:
    """Return the class of each sample, then its probability.

    ``log_probs`` is [N, C] with N and C at least 1, of any floating-point dtype; a class of
    probability 0 has -inf.  The classes are int64 [N], from 0 to C - 1: the first of those that
    are equally probable.  The probabilities are [N], of the dtype of ``log_probs``, which stays as
    it is.

    >>> predict(torch.tensor([[0.2, 0.8], [0.9, 0.1], [0.3, 0.7]]).log())
    (tensor([1, 0, 1]), tensor([0.8000, 0.9000, 0.7000]))
    """
    raise NotImplementedError
