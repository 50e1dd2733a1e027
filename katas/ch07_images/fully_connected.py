"""A fully connected network (§7.2.2, §7.2.7).

To such a network an image is a row of numbers.  Each hidden unit has a weight for each of them,
which makes millions, and what it learns of one pixel it knows of no other.  It does not even know
which pixels are neighbours: put them into any other order, an image moved sideways for one, and
it takes another network to see the same in it.
"""

from collections.abc import Sequence

from torch import Tensor, nn


def fully_connected(sizes: Sequence[int]) -> nn.Sequential:
    """Return a network from ``sizes[0]`` numbers over hidden layers to ``sizes[-1]`` logits.

    A linear layer leads from each size to the next, with its own weight and bias; between each
    two of them there is a Tanh.  It takes [N, sizes[0]]; there are at least two sizes.
    """
    raise NotImplementedError


def n_parameters(sizes: Sequence[int]) -> int:
    """Return how many numbers such a network has to learn, without building it.

    >>> n_parameters([3072, 512, 2])
    1574402
    """
    raise NotImplementedError


def reordered(model: nn.Sequential, order: Tensor) -> nn.Sequential:
    """Return a copy of ``model`` that sees in ``imgs[:, order]`` what ``model`` sees in ``imgs``.

    ``model`` begins with an nn.Linear; its images are [N, in_features].  ``order`` holds each of
    0 to in_features - 1 once.  The copy shares no parameter with ``model``, which stays as it is.
    """
    raise NotImplementedError
