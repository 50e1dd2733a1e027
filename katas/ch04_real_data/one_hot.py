"""One-hot encoding (§4.3.4).

As a number, class 4 is more than class 2, and twice as much.  Where a class only says which one it
is, each class gets a column of its own: a row has 1.0 in the column of its class, and 0.0 in all
others.  ``scatter_`` writes all the ones at once.

Torch's own ``one_hot`` is not to be called here.
"""

from torch import Tensor


def one_hot(classes: Tensor, n_classes: int, first: int = 0) -> Tensor:
    """Return a row for each of ``classes``: float32, of shape [N, n_classes].

    ``classes`` is [N], whole numbers of any dtype: in a table they are floats.  They count from
    ``first``, which has column 0.  A class that does not occur has its column all the same.

    >>> one_hot(torch.tensor([3.0, 1.0]), 3, first=1)
    tensor([[0., 0., 1.],
            [1., 0., 0.]])
    """
    raise NotImplementedError
