"""Known wrong answers to ch12_metrics/confusion_counts."""

from katas._dojo.writing.mistakes import Edit

logits_for_probabilities = Edit(
    """You compared a logit with the threshold. Logits are any numbers, of which only the difference
    means something: softmax makes them probabilities.""",
    {"logits.softmax(dim=1)[:, 1]": "logits[:, 1]"},
)

sigmoid_of_one_logit = Edit(
    """You took the sigmoid of one logit. With two logits the probability depends on both: softmax,
    or the sigmoid of their difference.""",
    {"logits.softmax(dim=1)[:, 1]": "logits[:, 1].sigmoid()"},
)

softmax_over_the_batch = Edit(
    """You let the samples of the batch share one probability. The classes are in dimension 1: the
    two probabilities of a sample add up to 1.""",
    {"softmax(dim=1)": "softmax(dim=0)"},
)

overflowing = Edit(
    """You took exp of the logits as they are, which is inf for large ones, and 0 for low ones: the
    probability is nan then, which is above no threshold. softmax gets by without.""",
    {"logits.softmax(dim=1)[:, 1]": "logits.exp()[:, 1] / logits.exp().sum(dim=1)"},
)

the_probability_of_class_0 = Edit(
    """You predicted by the probability of class 0. The positive class is number 1.""",
    {"[:, 1]": "[:, 0]"},
)

label_0_for_positive = Edit(
    """You counted label 0 as positive. What is looked for has label 1.""",
    {"labels == 1": "labels == 0"},
)

the_larger_of_the_two = Edit(
    """You took the class with the larger logit, which is a threshold of 0.5. Compare the
    probability with the threshold that is given.""",
    {"logits.softmax(dim=1)[:, 1] > threshold": "logits.argmax(dim=1) == 1"},
)

at_the_threshold = Edit(
    """You predicted positive at the threshold itself. A probability has to be above it.""",
    {"> threshold": ">= threshold"},
)

not_of_an_integer = Edit(
    """You multiplied with ~ of the labels, which are integers: ~0 is -1 and ~1 is -2, so the counts
    come out negative. Make a mask first, labels == 1, whose ~ is its opposite.""",
    {
        "positive = labels == 1": "positive = labels",
        "predicted & positive, predicted & ~": "predicted * positive, predicted * ~",
        "~predicted & positive, ~predicted & ~": "~predicted * positive, ~predicted * ~",
    },
)

not_of_predictions_either = Edit(
    """You multiplied with ~ of integers, predictions and labels: ~0 is -1 and ~1 is -2, so the
    counts come out negative, or too large. Keep masks, whose ~ is their opposite.""",
    {
        "logits.softmax(dim=1)[:, 1] > threshold": (
            "(logits.softmax(dim=1)[:, 1] > threshold).long()"
        ),
        "positive = labels == 1": "positive = labels",
        "predicted & positive, predicted & ~": "predicted * positive, predicted * ~",
        "~predicted & positive, ~predicted & ~": "~predicted * positive, ~predicted * ~",
    },
)

false_ones_exchanged = Edit(
    """You exchanged false positives and false negatives. A false positive is a false alarm:
    predicted, and not there.""",
    {"(found, false_alarms, missed, left_alone)": "(found, missed, false_alarms, left_alone)"},
)

true_negatives_first = Edit(
    """You began with the true negatives, as a table does that has class 0 first. The order here is
    TP, FP, FN, TN.""",
    {"(found, false_alarms, missed, left_alone)": "(left_alone, false_alarms, missed, found)"},
)

counted_in_tensors = Edit(
    """You returned tensors. A count is an int: .item() or int() makes one.""",
    {"int(case.sum())": "case.sum()"},
)

counted_in_floats = Edit(
    """You returned floats. A count is an int, and the sum of a mask is one already.""",
    {"int(case.sum())": "case.double().sum().item()"},
)

counted_in_the_dtype_of_the_logits = Edit(
    """You counted in the dtype of the logits. In bfloat16, 256 + 1 is 256: sum a mask as it is, and
    the sum is an integer.""",
    {"int(case.sum())": "int(case.to(logits.dtype).sum())"},
)
