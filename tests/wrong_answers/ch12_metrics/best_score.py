"""Wrong answers to ch12_metrics/best_score, as people write them."""

import math

from katas._dojo.writing.mistakes import instead_of


@instead_of("BestScore")
class FromZero:
    """The best begins at 0, of which a loss, or a negative score, is never better.

    Known: begun_at_0.
    """

    def __init__(self, lower_is_better=False):
        self.lower_is_better = lower_is_better
        self.best = 0.0

    def update(self, score):
        better = score < self.best if self.lower_is_better else score > self.best
        if better:
            self.best = score
        return better


@instead_of("BestScore")
class ByMax:
    """As typed in from chapter 13, with the lowest for losses.

    Known: max_of_the_book.
    """

    def __init__(self, lower_is_better=False):
        self.lower_is_better = lower_is_better
        self.best_score = 0.0
        self.best = None

    def update(self, score):
        function = min if self.lower_is_better else max
        self.best_score = function(score, self.best_score)
        self.best = self.best_score
        return score == self.best_score


@instead_of("BestScore")
class NotNone:
    """A nan that comes first is remembered, and nothing is better than it.

    Known: a_first_nan_wins.
    """

    def __init__(self, lower_is_better=False):
        self.sign = -1 if lower_is_better else 1
        self.best = None

    def update(self, score):
        if self.best is None or self.sign * score > self.sign * self.best:
            self.best = score
            return True
        return False


@instead_of("BestScore")
class Truthful:
    """A best of 0.0 counts as none, and an equal score as better.

    Known: zero_for_none, equal_is_better.
    """

    def __init__(self, lower_is_better=False):
        self.lower_is_better = lower_is_better
        self.best = None

    def update(self, score):
        if math.isnan(score):
            return False
        if not self.best:
            self.best = score
            return True
        if self.lower_is_better and score <= self.best:
            self.best = score
            return True
        if not self.lower_is_better and score >= self.best:
            self.best = score
            return True
        return False
