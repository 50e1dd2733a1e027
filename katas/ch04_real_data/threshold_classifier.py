"""A threshold as a classifier (§4.3.6).

In good wines there tends to be less sulfur dioxide than in others: what lies below a threshold is
predicted to be good.  How far that goes, two numbers say.  Precision is the share of what was
predicted that is really good; recall is the share of what is really good that was predicted.
"""

from torch import Tensor


def predict(column: Tensor, threshold: float) -> Tensor:
    """Return a bool for each number of ``column``, [N]: whether it is below ``threshold``."""
    raise NotImplementedError


def precision_and_recall(predicted: Tensor, actual: Tensor) -> tuple[float, float]:
    """Return precision, then recall, as floats from 0.0 to 1.0.

    Both tensors are [N] and of bools: which samples were predicted to be good, and which ones are.
    Where none was predicted there is no precision, and where none is good no recall:
    ZeroDivisionError.

    >>> predicted = torch.tensor([True, True, False, False])
    >>> precision_and_recall(predicted, torch.tensor([True, False, False, False]))
    (0.5, 1.0)
    """
    raise NotImplementedError
