"""Known wrong answers to ch12_metrics/score_choice."""

from katas._dojo.writing.mistakes import Edit

f1_of_nothing_is_nan = Edit(
    """Your F1 of 0 and 0 is nan, and argmax takes a nan for the largest: the model that is never
    right is the best one. Give it 0.""",
    {".masked_fill(total == 0, 0)": ""},
)

f1_of_nothing_is_one = Edit(
    """Your F1 of 0 and 0 is a high score. A model that is never right scores 0.""",
    {"total == 0, 0": "total == 0, 1"},
)

the_mean_for_f1 = Edit(
    """Your F1 chooses as the arithmetic mean does. It is the harmonic mean: twice the product,
    divided by the sum.""",
    {"2 * product / total": "total / 2"},
)

the_geometric_mean_for_f1 = Edit(
    """Your F1 chooses as the product does. Twice the product is to be divided by the sum: of equal
    products, F1 prefers the one whose two factors are closer together.""",
    {"2 * product / total": "product.sqrt()"},
)

f1_without_parentheses = Edit(
    """Your F1 looks at recall alone. Without parentheses, 2 * p * r / p + r is 3 * r: the sum needs
    them.""",
    {"2 * product / total": "2 * product / precision + recall"},
)

the_maximum = Edit(
    """You took the higher of precision and recall for the minimum. It is the lower one that
    counts.""",
    {"precision.minimum(recall)": "precision.maximum(recall)"},
)

the_sum_for_the_product = Edit(
    """Your product chooses as the mean does. Multiply the two.""",
    {'"product": product': '"product": total'},
)

precision_alone = Edit(
    """Your mean looks at precision alone. Recall counts as much.""",
    {"total / 2": "precision"},
)

the_lowest_score = Edit(
    """You chose the lowest score. The highest one is the best.""",
    {"score.argmax()": "score.argmin()"},
)

the_last_of_equal_scores = Edit(
    """You took the last of equal scores. Where several models are equal, the first is chosen.""",
    {"score.argmax()": "(len(score) - 1 - score.flip(0).argmax())"},
)

rounded = Edit(
    """You rounded the scores before you compared them, so that different ones become equal. Compare
    them as they are.""",
    {"score.argmax()": "score.round(decimals=2).argmax()"},
)

scores_for_indices = Edit(
    """You returned the best scores. What is asked is which model has them: its index.""",
    {"score.argmax()": "score.max()"},
)

indices_as_tensors = Edit(
    """You returned tensors. An index is an int here: .item() makes one.""",
    {"score.argmax().item()": "score.argmax()"},
)

counted_from_1 = Edit(
    """You counted the models from 1. The first one has the index 0.""",
    {"score.argmax().item()": "score.argmax().item() + 1"},
)

another_name = Edit(
    """You named a score otherwise. The keys are "mean", "minimum", "product" and "f1".""",
    {'"minimum": precision': '"min": precision'},
)
