"""Known wrong answers to ch12_metrics/f1_score."""

from katas._dojo.writing.mistakes import Edit

the_square_root_of_the_book = Edit(
    """You took the square root, as the book's notebook of its figures does. So (.5, .5) comes out
    as .7071: the harmonic mean of two equal numbers is that number.""",
    {"2 * precision * recall / total": "(2 * precision * recall / total).sqrt()"},
)

the_arithmetic_mean = Edit(
    """You took the arithmetic mean. It gives (1, .1) more than one half, a model that misses nine
    of ten: the harmonic mean is near the lower of the two.""",
    {"2 * precision * recall / total": "total / 2"},
)

the_geometric_mean = Edit(
    """You took the geometric mean, the square root of the product. F1 is the harmonic mean, which
    is lower where the two differ.""",
    {"2 * precision * recall / total": "(precision * recall).sqrt()"},
)

the_minimum = Edit(
    """You took the lower of the two. F1 looks at both: (.1, 1) is better than (.1, .1).""",
    {"2 * precision * recall / total": "precision.minimum(recall)"},
)

the_product = Edit(
    """You took the product. That of (.5, .5) is .25: divide it by the mean of the two.""",
    {"2 * precision * recall / total": "precision * recall"},
)

half_of_it = Edit(
    """You left out the factor 2. A perfect model, (1, 1), scores 1.""",
    {"2 * precision": "precision"},
)

nothing_right_is_nan = Edit(
    """You divided 0 by 0 where precision and recall are both 0, which is nan. Such a model is not
    unknown, it is bad: it scores 0.""",
    {"score.masked_fill(total == 0, 0)": "score"},
)

every_nan_becomes_0 = Edit(
    """You made every nan 0. Where precision or recall is nan there is no score: only 0 and 0 score
    0.""",
    {"score.masked_fill(total == 0, 0)": "score.nan_to_num(nan=0.0)"},
)

zero_beside_nan = Edit(
    """You made the score 0 where one of the two is 0, also where the other one is nan. Where one is
    nan, nothing is known of the score.""",
    {"total == 0, 0": "(precision == 0) | (recall == 0), 0"},
)

something_added_below = Edit(
    """You added something to the denominator. That changes every score, and low ones by much: mend
    only the pairs whose sum is 0.""",
    {"recall / total": "recall / (total + 1e-7)", "score.masked_fill(total == 0, 0)": "score"},
)

at_least_something_below = Edit(
    """You kept the denominator from being small, so low scores come out too low. Mend only the
    pairs whose sum is 0.""",
    {
        "recall / total": "recall / total.clamp(min=1e-8)",
        "score.masked_fill(total == 0, 0)": "score",
    },
)

the_argument_changed = Edit(
    """You changed an argument in place. It belongs to the caller: make a new tensor.""",
    {"2 * precision * recall / total": "precision.mul_(recall).mul_(2).div_(total)"},
)

one_score_for_all = Edit(
    """You returned one score for all pairs. Each pair has its own.""",
    {"score.masked_fill(total == 0, 0)": "score.masked_fill(total == 0, 0).mean()"},
)

in_float32 = Edit(
    """You returned float32. The score has the dtype of what it is made from.""",
    {"score.masked_fill(total == 0, 0)": "score.masked_fill(total == 0, 0).float()"},
)

numbers_of_python = Edit(
    """You returned float32 whatever the dtype of the two, as torch.tensor and torch.zeros do by
    themselves. The score has the dtype of what it is made from.""",
    {
        "total = precision + recall": """
            precision, recall = precision.double(), recall.double()
            total = precision + recall
        """,
        "score.masked_fill(total == 0, 0)": "score.masked_fill(total == 0, 0).float()",
    },
)
