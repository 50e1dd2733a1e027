"""Overfitting (§5.5.3).

Two curves tell how a fit goes.  If the training loss does not fall, the model is too simple
for the data, or does not learn: it underfits.  If the training loss falls while the
validation loss stays or turns up again, the model learns its samples by heart: it overfits.
If both fall, all is well, even where one curve lies above the other.  Single losses jump
about, so it takes a trend to say so.
"""

from collections.abc import Iterable, Sequence

from torch import Tensor


def diagnose(
    train_losses: Sequence[float],
    val_losses: Sequence[float],
    window: int = 5,
    tolerance: float = 0.05,
) -> str:
    """Say what the curves show: "underfitted", "overfitted" or "well fitted".

    A curve is read by its moving means: the mean of each ``window`` losses in a row.  It has
    fallen if its last mean is less than ``1 - tolerance`` times its first one.  It has risen
    again if its last mean is more than ``1 + tolerance`` times its lowest one.

    - The training curve has not fallen: "underfitted", whatever the validation curve does.
    - It has, but the validation curve has not fallen, or has risen again: "overfitted".
    - Anything else: "well fitted".

    Losses are positive, and the lists stay as they are.  Raises ValueError where there is
    nothing to read: lists of different lengths (named), a loss that is NaN or infinite (that
    loss or its list is named), a ``window`` below 1 or longer than the lists (named, or the
    number of losses).

    >>> diagnose([5.0, 4.0, 3.0, 2.0], [6.0, 5.0, 6.0, 7.0], window=1)
    'overfitted'
    """
    raise NotImplementedError


def early_stop(val_losses: Sequence[float], patience: int) -> int:
    """Return the epoch, counted from 0, with the best loss before ``patience`` ran out.

    The best loss is the lowest so far, the earliest one of several that are equal.  Patience
    runs out when ``patience`` losses in a row have brought no new best: what comes later is
    not looked at.  A loss of NaN or infinity is no best, and uses up patience.  The list
    stays as it is.

    Raises ValueError if ``patience`` is below 1 (named), and if there is no best.

    >>> early_stop([3.0, 2.0, 2.5, 2.2, 1.0], patience=2)
    1
    """
    raise NotImplementedError


def best_params(run: Iterable[tuple[Tensor, float]], patience: int) -> Tensor:
    """Return the parameters of the epoch that ``early_stop`` would choose.

    ``run`` trains while it is iterated: after each epoch it gives the parameters, always
    the same tensor moved on in place, and their validation loss.  Nothing more is taken from
    it once patience has run out.  Returns a tensor of its own, which later epochs do not
    change and which requires no gradient; ``run``'s tensor is left alone.  Raises ValueError
    as ``early_stop`` does.
    """
    raise NotImplementedError
