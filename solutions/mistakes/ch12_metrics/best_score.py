"""Known wrong answers to ch12_metrics/best_score."""

from katas._dojo.writing.mistakes import Edit

max_of_the_book = Edit(
    """You began at 0.0 and asked whether the score equals max(score, best), as chapter 13 of the
    book does. An equal score is the best again then, a negative one never, and after one nan
    nothing ever is.""",
    {
        "self.best = None": "self.best = 0.0",
        """
        if self.best is None:
            is_best = not math.isnan(score)
        else:
            is_best = score < self.best if self.lower_is_better else score > self.best
        if is_best:
            self.best = score
        return is_best
        """: """
        self.best = (min if self.lower_is_better else max)(score, self.best)
        return score == self.best
        """,
    },
)

max_with_the_best_first = Edit(
    """You asked whether the score equals max(best, score). A nan that comes first is remembered for
    ever then, and an equal score is the best again.""",
    {
        """
        if self.best is None:
            is_best = not math.isnan(score)
        else:
            is_best = score < self.best if self.lower_is_better else score > self.best
        if is_best:
            self.best = score
        return is_best
        """: """
        if self.best is None:
            self.best = score
        self.best = (min if self.lower_is_better else max)(self.best, score)
        return score == self.best
        """,
    },
)

begun_at_0 = Edit(
    """You began at 0.0. A first score of 0 or less, or any loss, is no better than that: the first
    number is the best so far, whatever it is.""",
    {"self.best = None": "self.best = 0.0"},
)

begun_at_infinity = Edit(
    """You began at infinity. Before any score there is no best, and a first score that is infinite
    is the best so far, too.""",
    {
        "self.best = None": "self.best = math.inf if lower_is_better else -math.inf",
    },
)

a_first_nan_wins = Edit(
    """You remembered a nan that came first. Nothing is higher or lower than nan, so no epoch after
    it is ever the best: leave it out.""",
    {"not math.isnan(score)": "True"},
)

zero_for_none = Edit(
    """You took a best of 0.0 for none at all. 0.0 counts as False: ask whether it is None.""",
    {"if self.best is None:": "if not self.best:"},
)

equal_is_better = Edit(
    """You took an equal score for a better one. The first of equal scores stays the best: < or >,
    not <= or >=.""",
    {"score < self.best": "score <= self.best", "score > self.best": "score >= self.best"},
)

a_nan_wins_later = Edit(
    """You took whatever is not worse for better. Nothing is worse than nan, and no number worse
    than it: ask whether it is better.""",
    {
        "score < self.best": "not score >= self.best",
        "score > self.best": "not score <= self.best",
    },
)

the_highest_always = Edit(
    """You kept the highest score in any case. Where lower is better, it is the lowest.""",
    {"score < self.best if self.lower_is_better else score > self.best": "score > self.best"},
)

the_wrong_way_round = Edit(
    """You kept the worst: the lowest where higher is better, or the highest where lower is.""",
    {
        "score < self.best": "score > self.best",
        "score > self.best": "score < self.best",
    },
)

the_sign_changed = Edit(
    """Your best has the other sign where lower is better. Compare with what sign you like, and
    remember the score as it came.""",
    {
        "def update(self, score: float) -> bool:": """
            def update(self, score: float) -> bool:
                if self.lower_is_better:
                    score = -score
        """,
        "score < self.best if self.lower_is_better else score > self.best": "score > self.best",
    },
)

the_epoch_before = Edit(
    """You compared with the score of the epoch before. Remember a score only if it is the best.""",
    {
        """
        if is_best:
            self.best = score
        """: """
        if not math.isnan(score):
            self.best = score
        """,
    },
)

never_remembered = Edit(
    """You compared with the first score for ever. Remember the new one when it is better.""",
    {"if is_best:": "if self.best is None:"},
)

nothing_said = Edit(
    """You returned nothing from update. Whoever saves models asks it whether this is the best.""",
    {"return is_best": ""},
)

one_best_for_all = Edit(
    """You keep the best where all trackers see it. Each has its own: assign it in __init__, to
    self.""",
    {
        "class BestScore:": """
            class BestScore:
                _bests = {}
                best = property(
                    lambda self: self._bests.get(0), lambda self, it: self._bests.update({0: it})
                )
        """,
    },
)
