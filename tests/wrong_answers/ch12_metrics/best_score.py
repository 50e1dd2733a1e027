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


@instead_of("BestScore")
class Signed:
    """What is remembered of a loss is minus the loss.

    Known: the_sign_changed.
    """

    def __init__(self, lower_is_better=False):
        self.sign = -1 if lower_is_better else 1
        self.best = None

    def update(self, score):
        signed = self.sign * score
        if signed != signed:
            return False
        if self.best is None or signed > self.best:
            self.best = signed
            return True
        return False


@instead_of("BestScore")
class Improving:
    """Each score is compared with the one before it.

    Known: the_epoch_before.
    """

    def __init__(self, lower_is_better=False):
        self.best, self.lower_is_better = None, lower_is_better

    def update(self, score):
        if math.isnan(score):
            return False
        previous, self.best = self.best, score
        if previous is None:
            return True
        return score < previous if self.lower_is_better else score > previous


@instead_of("BestScore")
class ByAMargin:
    """What is better by less than .0001 is no better, as in early stopping.

    Known: nothing.
    """

    def __init__(self, lower_is_better=False):
        self.best, self.lower = None, lower_is_better

    def update(self, score):
        if math.isnan(score):
            return False
        gain = 0 if self.best is None else self.best - score if self.lower else score - self.best
        if self.best is None or gain > 1e-4:
            self.best = score
            return True
        return False


@instead_of("BestScore")
class BeginningAgain:
    """After a nan everything begins anew, and an equal score is better.

    Known: equal_is_better.
    """

    def __init__(self, lower_is_better=False):
        self.lower, self.best = lower_is_better, None

    def update(self, score):
        if score != score:
            self.best = None
            return False
        if self.best is None or (score <= self.best if self.lower else score >= self.best):
            self.best = score
            return True
        return False


@instead_of("BestScore")
class AllScores:
    """The highest of all scores is looked for in a list, of which a nan may be the first.

    Known: max_with_the_best_first.
    """

    def __init__(self, lower_is_better=False):
        self.pick, self.scores, self.best = min if lower_is_better else max, [], None

    def update(self, score):
        self.scores.append(score)
        self.best = self.pick(self.scores)
        return self.best == score


@instead_of("BestScore")
class FarthestFromZero:
    """Negative scores are compared without their sign.

    Known: nothing.
    """

    def __init__(self, lower_is_better=False):
        self.lower, self.best = lower_is_better, None

    def update(self, score):
        if score != score:
            return False
        if self.best is not None:
            gain = abs(score) - abs(self.best)
            if gain >= 0 if self.lower else gain <= 0:
                return False
        self.best = score
        return True
