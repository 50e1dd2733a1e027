"""A weight for each sample (§12.4.1).

Instead of lists that take turns, a sampler may draw each sample with its own weight.  If that is 1
by the number of samples of its class, all classes together weigh the same, and come equally often.
Samples of a rare class then come again and again, so they have to be drawn with replacement.
"""

from torch import Generator, Tensor
from torch.utils.data import Sampler, Subset


def balanced_sampler(train_set: Subset, labels: Tensor, generator: Generator) -> Sampler[int]:
    """Return a sampler for ``train_set`` that draws every class in it equally often.

    ``labels`` [N] are the classes of a whole data set, int64 from 0, and ``train_set`` is a part of
    it: its labels stand at ``train_set.indices``, in this order.  The sampler yields indices into
    the part, drawn with ``generator``; there are as many, its ``len``, as the part has samples.

    Within a class all samples are equally likely.  What the part has no sample of does not count.
    """
    raise NotImplementedError
