"""An embedding for many categories (§4.5.4).

One-hot takes a column for each class: ten thousand of them, if there are so many grapes.  An
embedding takes a few numbers for each class, a row of a table of weights, and training learns
them.  One class, the padding, stands for "no grape known": of it there is nothing to learn.
"""

from torch import Tensor


def embed(classes: Tensor, weight: Tensor, padding: int) -> Tensor:
    """Return for each of ``classes`` its row of ``weight``.

    ``classes`` is int64 and of any shape, say [N]; ``weight`` is [C, D], of some float dtype; the
    result is a new tensor of the same dtype, [N, D].  For class ``padding`` it is zeros, whatever
    numbers stand in its row, and that row's gradient is 0, so training leaves it alone.  A class
    other than 0, 1, … up to C - 1 raises IndexError, which names it.

    >>> weight = torch.tensor([[0.5, 1.5], [2.5, 3.5], [4.5, 5.5]])
    >>> embed(torch.tensor([2, 0, 1]), weight, padding=0)
    tensor([[4.5000, 5.5000],
            [0.0000, 0.0000],
            [2.5000, 3.5000]])
    """
    raise NotImplementedError
