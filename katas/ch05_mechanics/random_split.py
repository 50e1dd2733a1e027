"""Random split (§5.5.3).

Validation means something only on samples that training never sees.  So shuffle the indices
once, then cut the one permutation in two: each sample lands on one side, by chance.
"""

import torch
from torch import Tensor


def split_indices(
    n_samples: int, val_fraction: float, generator: torch.Generator | None = None
) -> tuple[Tensor, Tensor]:
    """Split the indices of ``n_samples`` samples at random into training and validation.

    Returns two int64 tensors of one dimension, the training indices first: together they hold
    each of 0 to n_samples - 1 once.  ``int(val_fraction * n_samples)`` of them are for
    validation, which may be none or all.

    Chance is drawn from ``generator`` alone, so the same state of it gives the same split, and
    the next split is another one; None is torch's global generator.  A fraction outside [0, 1],
    NaN included, is a ValueError that names ``val_fraction``.

    >>> train, val = split_indices(11, 0.2)
    >>> len(train), len(val)
    (9, 2)
    """
    raise NotImplementedError
