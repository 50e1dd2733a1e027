"""Noise, last of all (§12.6.1).

Noise added to every voxel keeps a network from learning the noise of the scanner by heart.  It is
added after resampling, which averages neighbours and would smooth it; it is drawn anew each time;
and the crop itself, which a cache holds for the next epoch, stays as it is.  For validation nothing
is added.
"""

from collections.abc import Callable

from torch import Generator, Tensor


def augment(
    crop: Tensor,
    resample: Callable[[Tensor], Tensor],
    noise: float,
    generator: Generator,
    training: bool,
) -> Tensor:
    """Return ``resample(crop)`` with noise, or the crop as it is when not ``training``.

    ``crop`` is a float tensor on the CPU, of any shape.  The noise of each voxel is normal, by
    itself, with mean 0 and standard deviation ``noise``, in Hounsfield units; all that is random
    comes from ``generator``, from which nothing is drawn when not ``training``.  With noise the
    result has the shape and dtype of ``resample(crop)``.

    ``crop`` is never changed, though ``resample`` may return it, or a view of it.
    """
    raise NotImplementedError
