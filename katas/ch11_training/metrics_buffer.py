"""A column for each sample (§11.5.1).

In the course of an epoch the label, the prediction and the loss of every sample go into one tensor
of three rows.  The book finds a batch's columns by counting batches, which is right as long as
nothing is shuffled.  Here each batch says which samples it holds, and these keep their columns,
whatever the order.  A sample that was left out has no numbers: zeros would make it a sample without
a nodule, perfectly told.
"""

from collections.abc import Iterable

import torch
from torch import Tensor


def collect_metrics(
    batches: Iterable[tuple[Tensor, Tensor, Tensor, Tensor]],
    n_samples: int,
    device: str | torch.device,
) -> Tensor:
    """Return float32 [3, n_samples] on ``device``: labels, probabilities, losses.

    A batch holds the indices of its samples, from 0 to n_samples - 1, their labels, both int64
    [N], the probability that each is a nodule, and its loss, both float32 [N].  All of them are
    on ``device``.  N varies; ``batches`` is gone through once.

    Column i belongs to sample i.  A sample that is in no batch has NaN in all three rows.  The
    result requires no gradient, and no graph hangs on it.
    """
    raise NotImplementedError
