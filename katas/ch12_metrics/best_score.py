"""The best score so far (§12.3.4).

While a model is trained it has a score after each epoch, and what is kept is the model of the best
one.  The score may be nan, where nothing was found in an epoch.  Comparing with nan always gives
False, so ``max(nan, 0.0)`` is nan, and ``max(0.0, nan)`` is 0.0.
"""


class BestScore:
    """Remembers the best score, in ``best``: None until there is a number.

    >>> f1 = BestScore()
    >>> [f1.update(score) for score in (0.2, 0.5, 0.4)]
    [True, True, False]
    """

    def __init__(self, lower_is_better: bool = False):
        """The highest score is the best, or the lowest: that of a loss."""
        raise NotImplementedError

    def update(self, score: float) -> bool:
        """Return whether ``score`` is better than all before it, and remember it if it is.

        The first number is the best so far, whatever it is; one that only equals the best is no
        better; nan is never the best.
        """
        raise NotImplementedError
