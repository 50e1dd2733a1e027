"""Another order in each epoch (§12.4.1).

An epoch of a balanced data set has room for all nodules, many times over, and for a fraction of the
rest.  If the lists keep their order it is the same fraction in every epoch, and the others are
never seen.  So both lists are shuffled anew for each epoch.
"""

from collections.abc import Iterator

from torch import Generator, Tensor
from torch.utils.data import Sampler


class BalancedSampler(Sampler[int]):
    """Indices of positive and negative samples in turn, ``length`` of them in each epoch.

    ``labels`` [N], int64, are 1 for positive and 0 for negative, at least one of each.  An epoch is
    one pass over the sampler.  It begins with a positive sample, which a negative one follows, and
    so on.  For each epoch the positive ones are put into a new random order, and the negative ones
    into another; an order that is used up begins again.

    All that is random comes from ``generator``: seeded alike, two samplers yield the same epochs.
    """

    def __init__(self, labels: Tensor, length: int, generator: Generator):
        raise NotImplementedError

    def __len__(self) -> int:
        """Return the number of indices in an epoch."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[int]:
        """Yield the indices of one epoch, as ints."""
        raise NotImplementedError
