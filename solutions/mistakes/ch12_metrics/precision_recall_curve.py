"""Known wrong answers to ch12_metrics/precision_recall_curve."""

from katas._dojo.writing.mistakes import Edit

at_the_threshold_negative = Edit(
    """You left out the samples at the threshold itself. A probability that equals it is enough:
    >=.""",
    {"probabilities >= thresholds": "probabilities > thresholds"},
)

below_the_threshold = Edit(
    """You predicted what lies below the threshold, so your recall rises with it. A sample is
    positive if its probability is the threshold or more.""",
    {"probabilities >= thresholds": "probabilities < thresholds"},
)

nan_at_the_empty_end = Edit(
    """You divided 0 by 0 where nothing is predicted, so precision is nan there. It is 1, where the
    curve ends.""",
    {".masked_fill(n_predicted == 0, 1)": ""},
)

zero_at_the_empty_end = Edit(
    """You have a precision of 0 where nothing is predicted. It is 1 there: the fewer the model
    predicts, the surer it is.""",
    {"n_predicted == 0, 1)": "n_predicted == 0, 0)"},
)

one_where_nothing_is_found = Edit(
    """You have a precision of 1 where nothing is found. That is so where nothing is predicted; if
    all that is predicted is wrong, precision is 0.""",
    {"n_predicted == 0, 1)": "n_found == 0, 1)"},
)

recall_first = Edit(
    """You returned recall, then precision. Precision comes first.""",
    {"return precision, n_found / labels.sum()": "return n_found / labels.sum(), precision"},
)

thresholds_sorted = Edit(
    """You sorted the thresholds. Each pair stands where its threshold stood.""",
    {"thresholds[:, None]": "thresholds.sort().values[:, None]"},
)

from_the_highest = Edit(
    """You sorted the thresholds from high to low. Each pair stands where its threshold stood.""",
    {"thresholds[:, None]": "thresholds.sort(descending=True).values[:, None]"},
)

recall_of_all_samples = Edit(
    """You divided recall by the number of samples. Recall is a share of the positive ones.""",
    {"labels.sum()": "len(labels)"},
)

recall_of_what_is_predicted = Edit(
    """You divided what was found by what is predicted in both. Recall is a share of what is there
    to be found.""",
    {"n_found / labels.sum()": "precision"},
)

precision_of_all_samples = Edit(
    """You divided precision by the number of samples. Precision is a share of those that are
    predicted to be positive.""",
    {"(n_found / n_predicted)": "(n_found / len(labels))"},
)

negatives_found = Edit(
    """You counted the negative samples among those that are predicted. What is found has label
    1.""",
    {"labels == 1": "labels == 0"},
)

right_ones_counted = Edit(
    """You counted every sample that is right, also those that are rightly left alone. What is found
    is predicted and positive, both.""",
    {"predicted & (labels == 1)": "predicted == (labels == 1)"},
)

precision_that_never_falls = Edit(
    """Your precision never falls from one threshold to the next. It goes up and down: each
    threshold has its own.""",
    {
        ".masked_fill(n_predicted == 0, 1)": (
            ".masked_fill(n_predicted == 0, 1).cummax(dim=0).values"
        ),
    },
)

in_the_dtype_of_the_probabilities = Edit(
    """You returned the dtype of the probabilities. Precision and recall are float32 here, as counts
    are when divided.""",
    {
        "return precision, n_found / labels.sum()": (
            "return precision.to(probabilities.dtype), "
            "(n_found / labels.sum()).to(probabilities.dtype)"
        ),
    },
)
