"""A receiver operating characteristic (§14.5.2): both rates, over the scores' own values."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch14_detection.roc_curve import roc_curve

DTYPES = [torch.float32, torch.float64, torch.bfloat16]


@pytest.mark.parametrize("dtype", DTYPES)
def test_a_curve_by_hand(device, dtype):
    """Of .1 .4 .35 .8 the last two are positive: .8 finds one of two, .4 a false one, and so on."""
    scores = torch.tensor([0.1, 0.4, 0.35, 0.8], device=device, dtype=dtype)
    labels = torch.tensor([False, False, True, True], device=device)
    with assert_untouched(scores, labels):
        curve = roc_curve(scores, labels)
    _assert_curve(curve, [0, 0, 0.5, 0.5, 1], [0, 0.5, 0.5, 1, 1])


def test_it_begins_where_nothing_is_found(device):
    """The first point is (0, 0), though the highest score may be 1, and be a benign one's."""
    scores = torch.tensor([1.0, 0.5, 1.0, 0.2, 1.0], device=device)
    labels = torch.tensor([True, True, False, False, True], device=device)
    _assert_curve(roc_curve(scores, labels), [0, 0.5, 0.5, 1], [0, 2 / 3, 1, 1])


@pytest.mark.parametrize(
    "values",
    [
        [0.995, 0.999, 0.998, 0.9995],
        [1e-6, 3e-6, 2e-6, 4e-6],
        [4.0, 9.5, 7.0, 21.0],
        [-9, -3, -5, 2],
    ],
    ids=["nearly 1", "nearly 0", "millimetres", "logits"],
)
def test_scores_are_any_numbers(device, dtype, values):
    """Whether saturated, millimetres or logits: where every positive is above, so is the curve."""
    scores = torch.tensor(values, device=device, dtype=dtype)
    labels = torch.tensor([False, True, False, True], device=device)
    _assert_curve(roc_curve(scores, labels), [0, 0, 0, 0.5, 1], [0, 0.5, 1, 1, 1])


@pytest.mark.parametrize(
    ("values", "fpr", "tpr"),
    [
        ([1, 1, 0.2, 1], [0, 0.5, 1], [0, 1, 1]),
        ([0.3, 0.3, 0.3, 0.3], [0, 1], [0, 1]),
        ([0.9, 0.5, 0.5, 0.5], [0, 0.5, 1], [0, 0, 1]),
    ],
    ids=["of the book", "all", "three"],
)
def test_what_is_tied_comes_together(device, dtype, values, fpr, tpr):
    """Scores that are equal are one threshold, and one point: no order among them is made up."""
    scores = torch.tensor(values, device=device, dtype=dtype)
    labels = torch.tensor([False, True, False, True], device=device)
    _assert_curve(roc_curve(scores, labels), fpr, tpr)


def test_each_rate_is_a_share_of_its_kind(device, dtype):
    """The one of the negatives, the other of the positives, few as they may be among many."""
    scores, labels = _drawn(device, dtype)
    _assert_curve(roc_curve(scores, labels), *_counted(scores, labels))


def test_only_the_order_of_scores_counts(device):
    """Scores that are squeezed, or stretched, and keep their order have the same curve."""
    scores, labels = _drawn(device, torch.float64)
    fpr, tpr = _counted(scores, labels)
    _assert_curve(roc_curve((5 * scores).exp() - 40, labels), fpr, tpr)


def test_one_of_each_kind_is_enough(device):
    """Right, the curve goes up first; wrong, it goes right first."""
    labels = torch.tensor([False, True], device=device)
    _assert_curve(roc_curve(torch.tensor([1.0, 2.0], device=device), labels), [0, 0, 1], [0, 1, 1])
    _assert_curve(roc_curve(torch.tensor([2.0, 1.0], device=device), labels), [0, 1, 1], [0, 0, 1])


def _drawn(device, dtype):
    """Forty samples, ten of them positive; some scores are equal."""
    labels = torch.arange(40) % 4 == 1
    scores = torch.randint(0, 30, (40,), generator=torch.Generator().manual_seed(0))
    scores = (scores + 8 * labels) / 8 - 2
    return scores.to(device, dtype), labels.to(device)


def _counted(scores, labels):
    fpr, tpr = [0.0], [0.0]
    pairs = list(zip(scores.tolist(), labels.tolist(), strict=True))
    for threshold in sorted({score for score, _ in pairs}, reverse=True):
        said = [label for score, label in pairs if score >= threshold]
        fpr.append(said.count(False) / 30)
        tpr.append(said.count(True) / 10)
    return fpr, tpr


def _assert_curve(actual, fpr, tpr):
    __tracebackhide__ = True
    false_rates, true_rates = actual
    pairs = [(true_rates, tpr, "true positive rates"), (false_rates, fpr, "false positive rates")]
    for one, wanted, name in pairs:
        expected = torch.tensor(wanted, device=one.device, dtype=torch.float32)
        assert_close(one, expected, what=name)
