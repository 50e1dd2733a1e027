"""Known wrong answers to ch14_detection/auc."""

from katas._dojo.writing.mistakes import Edit, instead_of

negative_widths = Edit(
    """Your widths are negative, and so is the area: take what comes before away from what comes
    after.""",
    {"fpr[1:] - fpr[:-1]": "fpr[:-1] - fpr[1:]"},
)

area_beside_the_curve = Edit(
    """You exchanged width and height: this is the area between the curve and the axis of tpr, what
    is missing to 1. fpr goes along the width.""",
    {
        "fpr[1:] - fpr[:-1]": "tpr[1:] - tpr[:-1]",
        "(tpr[1:] + tpr[:-1]) / 2": "(fpr[1:] + fpr[:-1]) / 2",
    },
)

height_before_the_step = Edit(
    """You took the height before each step, rectangles below the curve. A slope is a trapezoid: the
    mean of both heights.""",
    {"(tpr[1:] + tpr[:-1]) / 2": "tpr[:-1]"},
)

height_after_the_step = Edit(
    """You took the height after each step, rectangles above the curve. A slope is a trapezoid: the
    mean of both heights.""",
    {"(tpr[1:] + tpr[:-1]) / 2": "tpr[1:]"},
)

heights_added = Edit(
    """Your heights are the sum of two, twice as high. Take their mean.""",
    {"(tpr[1:] + tpr[:-1]) / 2": "tpr[1:] + tpr[:-1]"},
)

steps_of_one_width = Edit(
    """You gave every step the same width, as the mean of the heights does. A step is as wide as fpr
    grows.""",
    {"(widths * heights).sum()": "(heights * (fpr[-1] - fpr[0])).mean()"},
)

ties_lost = Edit(
    """You counted a tie as lost. It is half a win.""",
    {"0.5 * (positives == negatives)": "0.0"},
)

ties_won = Edit(
    """You counted a tie as won. It is half a win.""",
    {"0.5 * (positives == negatives)": "1.0 * (positives == negatives)"},
)

ties_left_out = Edit(
    """You left tied pairs out. They are pairs, and count as half.""",
    {"wins.mean()": "wins[positives != negatives].mean()"},
)

a_share_of_samples = Edit(
    """You divided by the number of samples. What is counted are pairs, one positive sample and one
    negative: divide by how many of them there are.""",
    {"wins.mean()": "wins.sum() / len(scores)"},
)

the_negative_one_wins = Edit(
    """You counted the pairs in which the negative sample is higher. The positive one should be.""",
    {"positives > negatives": "positives < negatives"},
)

zero_without_pairs = Edit(
    """You have a number where there are no pairs. No share is a share of nothing: nan.""",
    {"wins.mean()": "wins.mean().nan_to_num(0.0)"},
)

guessed_without_pairs = Edit(
    """You have one half where there are no pairs, as for a classifier that guesses. Nothing is
    known there: nan.""",
    {"wins.mean()": "wins.mean().nan_to_num(0.5)"},
)

in_the_dtype_of_the_scores = Edit(
    """You returned the dtype of the scores. A share of pairs is float32 here, whatever the scores
    are.""",
    {"wins.mean()": "wins.mean().to(scores.dtype)"},
)


@instead_of("chance_of_outranking")
def ranked_though_tied(scores, labels):
    """You ranked samples one above the other whose scores are equal, so that their order decides.
    A tie is half a win."""
    rank = scores.argsort(stable=True).argsort() + 1
    n_positive, n_negative = labels.sum(), (~labels).sum()
    return (rank[labels].sum() - n_positive * (n_positive + 1) / 2) / (n_positive * n_negative)
