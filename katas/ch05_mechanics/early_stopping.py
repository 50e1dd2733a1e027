"""Early stopping (§5.5.3).

Go on only while the validation loss still finds new lows, and keep the parameters of the
best epoch.  Training moves them in place: what is to be kept has to be copied.
"""

from collections.abc import Iterable

from torch import Tensor


def best_params(run: Iterable[tuple[Tensor, float]], patience: int) -> Tensor:
    """Return the parameters with the lowest validation loss before ``patience`` ran out.

    ``run`` trains while it is iterated: after each epoch it gives the parameters, always
    the same tensor moved on in place, and their validation loss.  Patience runs out when
    ``patience`` losses in a row, NaN and inf among them, were no new lowest; then nothing
    more is taken from ``run``.  Of equal losses the first counts.

    The result is a tensor of its own, which later epochs do not change and which requires
    no gradient; ``run``'s tensor is left as it is, its gradient too.  Raises ValueError if
    ``patience`` is below 1, or if no loss is the lowest.
    """
    raise NotImplementedError
