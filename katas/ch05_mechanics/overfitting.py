"""Overfitting (§5.5.3).

Two curves tell how a fit goes.  If the training loss does not fall, the model learns
nothing: it underfits.  If it falls while the validation loss stays or turns up again, the
model learns its samples by heart: it overfits.  Lists of losses stay as they are.
"""

from collections.abc import Sequence


def diagnose(
    train_losses: Sequence[float],
    val_losses: Sequence[float],
    window: int = 5,
    tolerance: float = 0.05,
) -> str:
    """Say what the curves show: "underfitted", "overfitted" or "well fitted".

    Single losses jump about, so a curve is read by its moving means: the mean of each
    ``window`` losses in a row.  It has fallen if its last mean is below ``1 - tolerance``
    times its first one, and risen again if it is above ``1 + tolerance`` times its lowest.

    - The training curve has not fallen: "underfitted".
    - It has, but the validation curve has not, or has risen again: "overfitted".
    - Anything else: "well fitted".

    Losses are positive.  Raises ValueError for lists of different lengths, for a loss that
    is NaN or infinite, and for a ``window`` below 1 or longer than the lists.
    """
    raise NotImplementedError


def early_stop(val_losses: Sequence[float], patience: int) -> int:
    """Return the epoch, counted from 0, with the lowest loss before ``patience`` ran out.

    Of equal losses the first counts.  Patience runs out when ``patience`` losses in a row,
    NaN and inf among them, were no new lowest: what comes later is not looked at.  Raises
    ValueError if ``patience`` is below 1, or if no loss is the lowest.

    >>> early_stop([3.0, 2.0, 2.5, 2.2, 1.0], patience=2)
    1
    """
    raise NotImplementedError
