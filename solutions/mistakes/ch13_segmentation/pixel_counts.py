"""Known wrong answers to ch13_segmentation/pixel_counts."""

from katas._dojo.writing.mistakes import Edit

false_alarms_of_the_book = Edit(
    """You took ~ of the labels, as the book does. Of booleans it is "not"; of integers ~0 is -1
    and ~1 is -2, so that false alarms come out negative, and floats have no ~ at all. Make a mask
    of the labels first.""",
    {"predicted & ~positive": "predicted * ~labels"},
)

the_whole_batch = Edit(
    """You counted the pixels of the whole batch together. Each image has counts of its own: sum
    over all dimensions but the first.""",
    {"case.sum(dim=(1, 2, 3))": "case.sum()"},
)

the_channel_kept = Edit(
    """You kept the channel, and returned [N, 1]. Sum over channel, height and width.""",
    {"dim=(1, 2, 3)": "dim=(2, 3)"},
)

of_what_was_predicted = Edit(
    """You took false positives in per cent of what was predicted. All three are of the pixels of
    nodule: of those that were found and those that were missed.""",
    {
        "return tuple(100 * it / n_positive for it in sums)": """
            n_predicted = sums[0] + sums[2] or 1
            n_of_each = (n_positive, n_positive, n_predicted)
            return tuple(100 * it / n for it, n in zip(sums, n_of_each, strict=True))
        """
    },
)

missed_and_made_up_exchanged = Edit(
    """You exchanged false negatives and false positives. A false negative is a pixel of nodule that
    was missed, and comes second.""",
    {"(found, missed, made_up)": "(found, made_up, missed)"},
)

all_that_is_predicted = Edit(
    """You counted all that is predicted as false alarms. Those that are nodule were found.""",
    {"predicted & ~positive": "predicted"},
)

no_percentages_of_nothing = Edit(
    """You returned zeros where there is no pixel of nodule. What was marked there is a false alarm
    all the same: take 1 for their number.""",
    {
        "n_positive = sums[0] + sums[1] or 1": """
            n_positive = sums[0] + sums[1]
            if n_positive == 0:
                return 0.0, 0.0, 0.0
        """
    },
)

always_a_half = Edit(
    """You compared with 0.5 in any case. The threshold is an argument.""",
    {"predictions > threshold": "predictions > 0.5"},
)

at_the_threshold = Edit(
    """You predicted nodule at the threshold itself. A probability has to be above it.""",
    {"predictions > threshold": "predictions >= threshold"},
)

counted_in_the_dtype_of_the_predictions = Edit(
    """You counted in the dtype of the predictions. In bfloat16, 256 + 1 is 256: the sum of a mask
    is an integer, and exact.""",
    {"case.sum(dim=(1, 2, 3))": "case.to(predictions.dtype).sum(dim=(1, 2, 3))"},
)

of_all_that_was_counted = Edit(
    """You divided by all three counts together. 100 per cent are the pixels of nodule: found and
    missed.""",
    {"sums[0] + sums[1] or 1": "sum(sums) or 1"},
)

nan_of_nothing = Edit(
    """You divided tensors by 0 where there is no pixel of nodule: that is a nan, or inf. Take 1 for
    their number then.""",
    {
        "[int(it.sum()) for it in": "[it.sum() for it in",
        "sums[0] + sums[1] or 1": "sums[0] + sums[1]",
        "100 * it / n_positive": "(100 * it / n_positive).item()",
    },
)

nothing_to_divide_by = Edit(
    """You divided by 0 where there is no pixel of nodule. Take 1 for their number then.""",
    {"sums[0] + sums[1] or 1": "sums[0] + sums[1]"},
)

a_mean_of_percentages = Edit(
    """You averaged the percentages of the images. Add up the counts first, so that each pixel
    counts as much as any other.""",
    {
        "sums = [int(it.sum()) for it in (true_positives, false_negatives, false_positives)]": (
            "counts = true_positives, false_negatives, false_positives"
        ),
        "sums[0] + sums[1] or 1": "(true_positives + false_negatives).clamp(min=1)",
        "100 * it / n_positive for it in sums": (
            "(100 * it / n_positive).double().mean().item() for it in counts"
        ),
    },
)

fractions = Edit(
    """You returned fractions of 1. They are percentages: a hundred times that.""",
    {"100 * it": "it"},
)
