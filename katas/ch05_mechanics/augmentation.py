"""Noisy copies of the training data (§5.5.3).

A model fits better to what it has not seen if it trains on more samples, and copies with
a little noise in their inputs are more samples.  A copy of a validation sample must not be
trained on, so split first, augment afterwards.  Arguments are left as they were.
"""

import torch
from torch import Tensor


def augment(
    t_u: Tensor,
    t_c: Tensor,
    n_copies: int,
    noise_std: float,
    generator: torch.Generator | None = None,
) -> tuple[Tensor, Tensor]:
    """Return the samples, then ``n_copies`` noisy copies of them all: inputs, targets.

    ``t_u`` and ``t_c`` hold N samples along their first dimension; further dimensions may
    follow.  The results hold N * (1 + n_copies): the samples as they are, then the first
    copy of them all in the same order, then the second, and so on.  To each copied input
    is added Gaussian noise of mean 0 and standard deviation ``noise_std``, drawn anew for
    every element of every copy; targets are repeated without noise.  Dtypes and devices
    are kept; ``t_c`` may be of integers.

    Noise comes from ``generator``, which is on the device of ``t_u``; None is torch's
    global one.  Raises ValueError for a negative ``n_copies`` or ``noise_std``, and for
    different numbers of samples.
    """
    raise NotImplementedError


def augmented_split(
    t_u: Tensor,
    t_c: Tensor,
    train_indices: Tensor,
    val_indices: Tensor,
    n_copies: int,
    noise_std: float,
    generator: torch.Generator | None = None,
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return train_t_u, train_t_c, val_t_u, val_t_c, the training set augmented.

    The training set is what ``augment`` makes of the samples at ``train_indices``; the
    validation set is the samples at ``val_indices``, as they are.  Both index tensors are
    1-dimensional, int64; their order is kept, and either may be empty.
    """
    raise NotImplementedError
