"""Known wrong answers to ch13_segmentation/validation_cadence."""

from katas._dojo.writing.mistakes import Edit

DUE = "epoch == 1 or epoch % cadence == 0"
IS_BEST = "is_best = score == score if best is None else score > best"
REMEMBERED = """
if is_best:
    best = score
"""

max_of_the_book = Edit(
    """You began at 0.0 and asked whether the score equals max(score, best), as the book does. An
    equal score is the best again then, a negative one never, and after one nan nothing ever is.""",
    {
        "best = None": "best = 0.0",
        IS_BEST: "is_best = score == max(score, best)",
        REMEMBERED: "best = max(score, best)",
    },
)

epochs_from_0 = Edit(
    """You counted epochs from 0. The first is epoch 1, the last epoch n.""",
    {"range(1, n_epochs + 1)": "range(n_epochs)"},
)

the_last_epoch_missing = Edit(
    """You left out the last epoch. range ends before its end: n_epochs + 1.""",
    {"range(1, n_epochs + 1)": "range(1, n_epochs)"},
)

one_off = Edit(
    """You validated one epoch too late: 1, k + 1, 2k + 1. It is epoch 1, and those that k
    divides.""",
    {DUE: "epoch == 1 or epoch % cadence == min(1, cadence - 1)"},
)

not_the_first = Edit(
    """You did not validate epoch 1. It shows at once, not after k epochs, whether it all works.""",
    {DUE: "epoch % cadence == 0"},
)

the_last_one_too = Edit(
    """You validated the last epoch although k does not divide it. Epoch 1, and every k-th.""",
    {DUE: f"{DUE} or epoch == n_epochs"},
)

zero_for_none = Edit(
    """You asked whether the best score is true, to see if there is one. 0 is not, so that whatever
    comes next replaces it; and a nan that came first stays. Ask whether it is None, and pass over
    nan.""",
    {IS_BEST: "is_best = not best or score > best"},
)

saved_though_not_validated = Edit(
    """You saved every epoch, and those without a score as none of the best. Save where there is a
    score.""",
    {
        "train(epoch)": "train(epoch)\nis_best = False",
        "    save(epoch, is_best)": "save(epoch, is_best)",
    },
)

saved_without_a_score = Edit(
    """You saved every epoch, also those that were not validated. They have no score of their own,
    and none of them can be the best.""",
    {
        "best = None": "best, is_best = None, False",
        "    save(epoch, is_best)": "save(epoch, is_best)",
    },
)

only_the_best_is_saved = Edit(
    """You saved only the best. Every epoch that was validated is saved, and told whether it is the
    best.""",
    {"save(epoch, is_best)": "if is_best:\n    save(epoch, is_best)"},
)

equal_is_better = Edit(
    """You took an equal score for a better one. Of equal scores the first stays the best.""",
    {"else score > best": "else score >= best"},
)

begun_at_0 = Edit(
    """You began with a best score of 0. A negative first score, or 0 itself, is the best so far,
    too.""",
    {"best = None": "best = 0.0"},
)

begun_at_minus_infinity = Edit(
    """You began with a best score of -inf, which a first score of -inf does not exceed. The first
    number is the best so far, whatever it is.""",
    {"best = None": 'best = -float("inf")'},
)

a_first_nan_wins = Edit(
    """You took a nan that came first for the best. No number is higher than it, so no epoch after
    it ever is.""",
    {"score == score if best is None": "True if best is None"},
)

higher_than_the_one_before = Edit(
    """You compared with the score before, or took the last one for the best. Remember a score only
    if it is higher than all before it.""",
    {REMEMBERED: "best = score"},
)
