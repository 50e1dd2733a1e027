import math


class BestScore:
    def __init__(self, lower_is_better: bool = False):
        self.lower_is_better = lower_is_better
        self.best = None

    def update(self, score: float) -> bool:
        if self.best is None:
            is_best = not math.isnan(score)
        else:
            is_best = score < self.best if self.lower_is_better else score > self.best
        if is_best:
            self.best = score
        return is_best
