"""Known wrong answers to ch14_detection/roc_curve."""

from torch.nn.functional import pad

from katas._dojo.writing.mistakes import Edit, instead_of

a_hundred_thresholds_of_the_book = Edit(
    """You have a hundred thresholds from 1 to 0, as the book has. What lies between two of them is
    lost: scores of .995 and .999 are one point. The thresholds are the scores' own values.""",
    {
        "scores.unique().flip(0)  # from the highest to the lowest": (
            "torch.linspace(1, 0, 100, device=scores.device)"
        ),
        "from torch import Tensor": "import torch\nfrom torch import Tensor",
        "return pad(fpr, (1, 0)), pad(tpr, (1, 0))": "return fpr, tpr",
    },
)

a_hundred_between_the_ends = Edit(
    """You have a hundred thresholds from the highest score to the lowest. The thresholds are the
    scores' own values, as many as there are.""",
    {
        "scores.unique().flip(0)  # from the highest to the lowest": (
            "torch.linspace(scores.max().item(), scores.min().item(), 100, device=scores.device)"
        ),
        "from torch import Tensor": "import torch\nfrom torch import Tensor",
    },
)

ascending = Edit(
    """Your thresholds rise, so the curve runs backwards, and what is measured along it, the area,
    comes out negative. Begin with the highest.""",
    {".flip(0)": ""},
)

no_first_point = Edit(
    """You left out (0, 0), where nothing is found. Without it the curve begins at the highest
    score, and the area up to there is missing.""",
    {"pad(fpr, (1, 0)), pad(tpr, (1, 0))": "fpr, tpr"},
)

a_last_point_too_many = Edit(
    """You added a point at the end. The lowest score is a threshold that finds all, (1, 1): it is
    there already.""",
    {
        "pad(fpr, (1, 0)), pad(tpr, (1, 0))": (
            "pad(pad(fpr, (1, 0)), (0, 1), value=1), pad(pad(tpr, (1, 0)), (0, 1), value=1)"
        )
    },
)

the_point_at_the_end = Edit(
    """You put (0, 0) at the end of the curve. It is where nothing is found: the beginning.""",
    {"pad(fpr, (1, 0)), pad(tpr, (1, 0))": "pad(fpr, (0, 1)), pad(tpr, (0, 1))"},
)

above_the_threshold = Edit(
    """You left out what is at the threshold itself. A score that equals it is enough: >=.""",
    {"scores >= thresholds": "scores > thresholds"},
)

below_the_threshold = Edit(
    """You predicted positive what lies at the threshold or below. It is the other way round: the
    higher a score, the more it speaks for positive.""",
    {"scores >= thresholds": "scores <= thresholds"},
)

every_sample_a_threshold = Edit(
    """You have a point for each sample. Scores that are equal are one threshold, and one point.""",
    {"scores.unique()": "scores.sort().values"},
)

true_positives_first = Edit(
    """You returned the true positive rates first. Along x goes the false positive rate, which comes
    first.""",
    {"pad(fpr, (1, 0)), pad(tpr, (1, 0))": "pad(tpr, (1, 0)), pad(fpr, (1, 0))"},
)

shares_of_all = Edit(
    """You divided by the number of all samples. Each rate is a share of its kind: of the negatives,
    and of the positives.""",
    {
        "predicted[:, ~labels].mean(dim=1)": "predicted[:, ~labels].sum(dim=1) / len(labels)",
        "predicted[:, labels].mean(dim=1)": "predicted[:, labels].sum(dim=1) / len(labels)",
    },
)

specificity = Edit(
    """You have the share of negatives that are rightly left alone. The false positive rate is the
    rest of them.""",
    {"predicted[:, ~labels].mean(dim=1)": "1 - predicted[:, ~labels].mean(dim=1)"},
)

wrong_among_the_predicted = Edit(
    """You divided the false positives by all that is predicted. The false positive rate is a share
    of the negatives.""",
    {
        "predicted[:, ~labels].mean(dim=1)": (
            "predicted[:, ~labels].sum(dim=1) / predicted.sum(dim=1)"
        )
    },
)

in_the_dtype_of_the_scores = Edit(
    """You returned the dtype of the scores. Rates are float32 here, whatever the scores are.""",
    {".float()": ".to(scores.dtype)"},
)


@instead_of("roc_curve")
def one_by_one(scores, labels):
    """You let the samples come one by one, those with the same score, too, in an order that they do
    not have. Scores that are equal are one threshold, and one point."""
    found = labels[scores.argsort(descending=True, stable=True)]
    fpr = (~found).cumsum(0).float() / (~found).sum()
    tpr = found.cumsum(0).float() / found.sum()
    return pad(fpr, (1, 0)), pad(tpr, (1, 0))
