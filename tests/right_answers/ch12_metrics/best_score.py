"""Right answers to ch12_metrics/best_score, written differently."""

import math

from katas._dojo.writing.mistakes import instead_of


@instead_of("BestScore")
class AllOfThem:
    def __init__(self, lower_is_better=False):
        self.pick = min if lower_is_better else max
        self.scores = []

    @property
    def best(self):
        return self.pick(self.scores, default=None)

    def update(self, score):
        if score != score:
            return False
        before = self.best
        self.scores.append(score)
        return before is None or self.best != before


@instead_of("BestScore")
class WithASign:
    best = None

    def __init__(self, lower_is_better: bool = False):
        self.sign = -1.0 if lower_is_better else 1.0

    def update(self, score: float) -> bool:
        if math.isnan(score) or (self.best is not None and self.sign * (score - self.best) <= 0):
            return False
        if self.best == score:
            return False
        self.best = score
        return True
