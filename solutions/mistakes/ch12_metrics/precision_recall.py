"""Known wrong answers to ch12_metrics/precision_recall."""

from katas._dojo.writing.mistakes import Edit, instead_of

a_mean_over_batches = Edit(
    """You averaged the shares of the batches. A batch with one nodule counts as much as one with
    nine then, and one without any spoils it all: add up the counts, and divide once.""",
    {
        "true_pos = false_pos = false_neg = 0": "precisions, recalls = [], []",
        """
        true_pos += tp
        false_pos += fp
        false_neg += fn
        """: """
        precisions.append(tp / (tp + fp) if tp + fp else math.nan)
        recalls.append(tp / (tp + fn) if tp + fn else math.nan)
        """,
        "said, there = true_pos + false_pos, true_pos + false_neg": "",
        "true_pos / said if said else math.nan": (
            "sum(precisions) / len(precisions) if precisions else math.nan"
        ),
        "true_pos / there if there else math.nan": (
            "sum(recalls) / len(recalls) if recalls else math.nan"
        ),
    },
)

a_mean_over_the_batches_that_have_one = Edit(
    """You averaged the shares of those batches that have one. A batch with one nodule counts as
    much as one with nine then: add up the counts, and divide once.""",
    {
        "true_pos = false_pos = false_neg = 0": "precisions, recalls = [], []",
        """
        true_pos += tp
        false_pos += fp
        false_neg += fn
        """: """
        precisions += [tp / (tp + fp)] if tp + fp else []
        recalls += [tp / (tp + fn)] if tp + fn else []
        """,
        "said, there = true_pos + false_pos, true_pos + false_neg": "",
        "true_pos / said if said else math.nan": (
            "sum(precisions) / len(precisions) if precisions else math.nan"
        ),
        "true_pos / there if there else math.nan": (
            "sum(recalls) / len(recalls) if recalls else math.nan"
        ),
    },
)

the_two_exchanged = Edit(
    """Your precision is recall, and your recall precision. Precision comes first: how much of what
    was said is right, by TP + FP. Recall is how much of what is there was found, by TP + FN.""",
    {"return precision, recall": "return recall, precision"},
)

wrong_for_right = Edit(
    """You gave the share that is wrong. Precision and recall are 1.0 where nothing is wrong.""",
    {"true_pos / said": "false_pos / said", "true_pos / there": "false_neg / there"},
)

divided_by_what_is_wrong = Edit(
    """You divided by what is wrong alone. The right ones belong below the line as well: TP + FP,
    and TP + FN.""",
    {
        "said, there = true_pos + false_pos, true_pos + false_neg": (
            "said, there = false_pos, false_neg"
        ),
    },
)

all_for_one = Edit(
    """You divided by everything that was counted. Precision is not about what was missed, nor
    recall about false alarms.""",
    {
        "said, there = true_pos + false_pos, true_pos + false_neg": (
            "said = there = true_pos + false_pos + false_neg"
        ),
    },
)

nothing_is_zero = Edit(
    """You returned 0.0 for a share of nothing, as chapter 13 of the book does. That reads as if all
    that was said, or all that is there, were wrong: here it is nan.""",
    {"said else math.nan": "said else 0.0", "there else math.nan": "there else 0.0"},
)

nothing_is_perfect = Edit(
    """You returned 1.0 for a share of nothing. That makes a model that says nothing look perfect:
    here it is nan.""",
    {"said else math.nan": "said else 1.0", "there else math.nan": "there else 1.0"},
)

divided_by_nothing = Edit(
    """You divided by 0, which Python refuses. Where nothing was said, or nothing is there, the
    share is nan.""",
    {" if said else math.nan": "", " if there else math.nan": ""},
)

the_last_batch_only = Edit(
    """You counted the last batch alone. Add each batch to those before it.""",
    {
        "true_pos += tp": "true_pos = tp",
        "false_pos += fp": "false_pos = fp",
        "false_neg += fn": "false_neg = fn",
    },
)

rounded_down = Edit(
    """You rounded the shares down. Divide with /, which gives a float.""",
    {"true_pos / said": "true_pos // said", "true_pos / there": "true_pos // there"},
)

per_cent = Edit(
    """You gave percentages. A share is a number from 0 to 1.""",
    {"true_pos / said": "100 * true_pos / said", "true_pos / there": "100 * true_pos / there"},
)

nan_for_both = Edit(
    """You returned nan for both where one of them is a share of nothing. The other one is a number
    still: decide for each by itself.""",
    {
        "true_pos / said if said": "true_pos / said if said and there",
        "true_pos / there if there": "true_pos / there if said and there",
    },
)

silent_batches_left_out = Edit(
    """You left out the batches in which nothing is said to be positive. What is missed in them
    counts: recall is the lower for it.""",
    {
        "true_pos += tp": """
            if tp + fp == 0:
                continue
            true_pos += tp
        """,
    },
)


@instead_of("precision_recall")
def gone_through_again(batches):
    """You went through the batches more than once. An iterator is used up after the first time:
    take all three counts in one loop."""
    sums = [sum(batch[place] for batch in batches) for place in range(3)]
    true_pos, false_pos, false_neg = sums
    said, there = true_pos + false_pos, true_pos + false_neg
    nan = float("nan")
    return true_pos / said if said else nan, true_pos / there if there else nan
