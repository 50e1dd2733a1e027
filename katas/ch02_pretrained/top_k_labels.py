"""The best labels (§2.1.5).

A network that knows 1000 kinds of things gives a score to each of them.  The highest score says
what it sees; softmax over the classes says how sure it is, as shares that add up to 1.
"""

from torch import Tensor


def top_k_labels(out: Tensor, labels: list[str], k: int = 5) -> list[tuple[str, float]]:
    """Return the labels with the ``k`` highest scores, highest first, each with its percentage.

    ``out`` [1, n_classes] are the scores of one image: any numbers, also far from 0.  ``labels``
    names the classes in order.  The percentages of all n_classes, listed or not, add up to 100.

    >>> top_k_labels(torch.zeros(1, 4), ["cat", "dog", "eel", "fox"], k=1)[0][1]
    25.0
    """
    raise NotImplementedError
