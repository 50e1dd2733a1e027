"""Known wrong answers to ch04_real_data/threshold_classifier."""

from katas._dojo.writing.mistakes import Edit

the_threshold_too = Edit(
    """You predicted the threshold itself as well. Only what is below it is predicted.""",
    {"<": "<="},
)

above_the_threshold = Edit(
    """You predicted what is above the threshold. What is below it is predicted to be good.""",
    {"<": ">"},
)

numbers_for_bools = Edit(
    """Your predictions are numbers. A comparison gives bools, to be combined and counted.""",
    {"column < threshold": "(column < threshold).float()"},
)

recall_first = Edit(
    """You returned recall first. Precision, the share of what was predicted, comes first.""",
    {
        "n_matches / predicted.sum().item(), n_matches / actual.sum().item()": (
            "n_matches / actual.sum().item(), n_matches / predicted.sum().item()"
        ),
    },
)

agreement_counted = Edit(
    """You counted as a match, too, what was not predicted and is not good. Only what is True in
    both counts: &.""",
    {"predicted & actual": "predicted == actual"},
)

either_counted = Edit(
    """You counted what is predicted or good. A match is both: &.""",
    {"predicted & actual": "predicted | actual"},
)

of_all_samples = Edit(
    """You divided by the number of all samples. Precision is a share of those that were
    predicted, recall of those that are good: count the True ones.""",
    {"predicted.sum().item()": "len(predicted)", "actual.sum().item()": "len(actual)"},
)

precision_of_all_samples = Edit(
    """You took precision for a share of all samples. It is one of those that were predicted: count
    the True ones.""",
    {"predicted.sum().item()": "len(predicted)"},
)

recall_of_all_samples = Edit(
    """You took recall for a share of all samples. It is one of those that are good: count the True
    ones.""",
    {"actual.sum().item()": "len(actual)"},
)

nothing_has_a_share = Edit(
    """You gave back a share of nothing at all: a number of your own, or NaN, which tensors give for
    0 divided by 0. Divide Python's numbers, and the error tells itself.""",
    {
        "predicted.sum().item()": "max(predicted.sum().item(), 1)",
        "actual.sum().item()": "max(actual.sum().item(), 1)",
    },
)

tensors_for_floats = Edit(
    """You returned tensors. Precision and recall are floats: item() takes the number out.""",
    {
        "n_matches / predicted.sum().item(), n_matches / actual.sum().item()": (
            "n_matches / predicted.sum(), n_matches / actual.sum()"
        ),
    },
)

and_of_python = Edit(
    """You wrote `and` between tensors. It asks the first one for a single truth value, which many
    bools do not have: & goes element by element.""",
    {"predicted & actual": "predicted and actual"},
)
