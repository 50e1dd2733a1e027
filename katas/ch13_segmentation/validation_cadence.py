"""Validation every few epochs (§13.6).

Validating takes time in which nothing is learned, so the book validates after the first epoch, to
see at once whether it works, and after every fifth one from then on.  Only an epoch that was
validated has a score, and only its model can be the best.
"""

from collections.abc import Callable


def fit(
    n_epochs: int,
    cadence: int,
    train: Callable[[int], None],
    validate: Callable[[int], float],
    save: Callable[[int, bool], None],
) -> None:
    """Train for ``n_epochs``, counted from 1, and validate in epoch 1 and every ``cadence``-th.

    Each epoch calls ``train(epoch)``.  Where it is validated, ``validate(epoch)`` comes next and
    returns a score; after it, ``save(epoch, is_best)``.  The score is the best if it is higher
    than all before it.  The first number is the best so far, whatever it is; nan never is.

    >>> fit(3, 2, train, validate, save)  # train 1, validate 1, save 1, train 2, validate 2, …
    """
    raise NotImplementedError
