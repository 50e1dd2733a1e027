"""Known wrong answers to ch14_detection/baseline_roc."""

from katas._dojo.writing.mistakes import Edit

chosen_on_the_validation_set = Edit(
    """You chose the threshold on the validation set. Then it says how well you can choose, not what
    the threshold is worth: choose on the training set.""",
    {
        "train_mm.tolist()": "val_mm.tolist()",
        "_rates(train_mm, train_malignant, threshold)": "_rates(val_mm, val_malignant, threshold)",
    },
)

diameters_of_the_validation_set = Edit(
    """You took the diameters of the validation set for thresholds. What can be chosen comes from
    the training set too.""",
    {"train_mm.tolist()": "val_mm.tolist()"},
)

best_on_the_validation_set = Edit(
    """You compared the diameters of the training set by what they do on the validation set. The
    choice is made before that set is looked at.""",
    {"_rates(train_mm, train_malignant, threshold)": "_rates(val_mm, val_malignant, threshold)"},
)

rates_of_the_training_set = Edit(
    """You returned the rates on the training set, on which the threshold was chosen. They flatter:
    take those on the validation set.""",
    {"*_rates(val_mm, val_malignant, threshold)": "*_rates(train_mm, train_malignant, threshold)"},
)

shares_of_all = Edit(
    """You divided by the number of all nodules of the validation set. Each rate is a share of its
    kind: of the benign ones, and of the malignant ones.""",
    {
        "return threshold, *_rates(val_mm, val_malignant, threshold)": """
        fpr, tpr = _rates(val_mm, val_malignant, threshold)
        share = val_malignant.double().mean().item()
        return threshold, fpr * (1 - share), tpr * share
        """
    },
)

small_ones_malignant = Edit(
    """You called the small nodules malignant. It is those as wide as the threshold, or wider.""",
    {"mm >= threshold": "mm <= threshold"},
)

above_the_threshold = Edit(
    """You left out a nodule as wide as the threshold. It is malignant, too: >=.""",
    {"mm >= threshold": "mm > threshold"},
)

most_of_them_found = Edit(
    """You chose by the true positive rate alone: that is largest where everything is malignant.
    Take the false positive rate away.""",
    {"return tpr - fpr": "return tpr"},
)

most_of_them_right = Edit(
    """You chose what makes most nodules right. Where few are malignant that is to call none so.
    Take rates, in which both kinds weigh the same.""",
    {
        "return tpr - fpr": (
            "share = train_malignant.double().mean().item()\nreturn share * tpr - (1 - share) * fpr"
        )
    },
)

the_smallest_of_equals = Edit(
    """You took the smallest of the thresholds that are equally good. It is the largest.""",
    {"sorted(train_mm.tolist(), reverse=True)": "sorted(train_mm.tolist())"},
)

a_hundred_thresholds = Edit(
    """You chose from evenly spaced thresholds, which no nodule has. The diameters of the training
    set are what can be chosen.""",
    {
        "thresholds = sorted(train_mm.tolist(), reverse=True)": """
        low, high = train_mm.min().item(), train_mm.max().item()
        thresholds = [high - (high - low) * n / 99 for n in range(100)]
        """
    },
)

true_positives_first = Edit(
    """You returned the true positive rate before the false one. The false positive rate comes
    first.""",
    {
        "return predicted[~malignant].mean().item(), predicted[malignant].mean().item()": (
            "return predicted[malignant].mean().item(), predicted[~malignant].mean().item()"
        ),
        "return tpr - fpr": "return fpr - tpr",
    },
)

tensors_returned = Edit(
    """You returned tensors. The three are floats.""",
    {
        "return predicted[~malignant].mean().item(), predicted[malignant].mean().item()": (
            "return predicted[~malignant].mean(), predicted[malignant].mean()"
        )
    },
)

between_the_means = Edit(
    """You put the threshold half way between the mean diameters. It is the diameter at which the
    rates differ most.""",
    {
        "threshold = max(thresholds, key=gain)  # of equals the first, which is the largest": (
            "means = train_mm[train_malignant].mean() + train_mm[~train_malignant].mean()\n"
            "threshold = (means / 2).item()"
        )
    },
)

the_first_of_equals = Edit(
    """You took, of the thresholds that are equally good, the one that stands first in the training
    set. It is the largest.""",
    {"sorted(train_mm.tolist(), reverse=True)": "train_mm.tolist()"},
)
