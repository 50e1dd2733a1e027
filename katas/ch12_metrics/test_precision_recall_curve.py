"""Precision over recall (§12.3): both at each threshold."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch12_metrics.precision_recall_curve import precision_recall_curve

PROBABILITIES, LABELS = [0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]


def test_a_curve_by_hand(device, dtype):
    """Of .1 .4 .35 .8 the last two are positive: 2/3 of three predicted, all of those there."""
    probabilities, labels = _tensor(PROBABILITIES, device, dtype), _tensor(LABELS, device)
    thresholds = _tensor([0.2, 0.37, 0.5], device, dtype)
    with assert_untouched(probabilities, labels, thresholds):
        curve = precision_recall_curve(probabilities, labels, thresholds)
    _assert_curve(curve, [2 / 3, 1 / 2, 1.0], [1.0, 1 / 2, 1 / 2])


def test_at_the_threshold_is_positive(device, dtype):
    """A probability that equals the threshold is predicted to be positive."""
    probabilities, labels = _tensor(PROBABILITIES, device, dtype), _tensor(LABELS, device)
    curve = precision_recall_curve(probabilities, labels, probabilities.clone())
    _assert_curve(curve, [1 / 2, 1 / 2, 2 / 3, 1.0], [1.0, 1 / 2, 1.0, 1 / 2])


@pytest.mark.parametrize(
    ("threshold", "precision", "recall"),
    [(0.0, 0.5, 1.0), (0.81, 1.0, 0.0), (1.0, 1.0, 0.0)],
)
def test_the_ends_of_the_curve(device, threshold, precision, recall):
    """At 0 everything is found; above all probabilities nothing is, and precision is 1."""
    probabilities, labels = _tensor(PROBABILITIES, device), _tensor(LABELS, device)
    curve = precision_recall_curve(probabilities, labels, _tensor([threshold], device))
    _assert_curve(curve, [precision], [recall])


def test_false_alarms_alone(device, dtype):
    """Where all that is predicted is wrong, precision is 0, and so is recall."""
    probabilities, labels = _tensor(PROBABILITIES, device, dtype), _tensor([1, 0, 1, 0], device)
    thresholds = _tensor([0.3, 0.37, 0.5], device, dtype)
    curve = precision_recall_curve(probabilities, labels, thresholds)
    _assert_curve(curve, [1 / 3, 0.0, 0.0], [1 / 2, 0.0, 0.0])


def test_each_threshold_stands_for_itself(device, dtype):
    """Any number of thresholds, in any order, one of them twice: each has the pair of its count."""
    probabilities, labels = _drawn(device, dtype)
    thresholds = _tensor([0.9, 0.1, 0.5, 0.1, 0.7, 0.3, 0.95], device, dtype)
    precision, recall = _counted(probabilities, labels, thresholds)
    curve = precision_recall_curve(probabilities, labels, thresholds)
    _assert_curve(curve, precision, recall)


def test_recall_never_rises_with_the_threshold(device):
    """From one threshold to the next higher one recall stays or falls, from 1 to 0."""
    probabilities, labels = _drawn(device, torch.float32)
    thresholds = torch.linspace(0, 1, 21, device=device)
    precision, recall = _counted(probabilities, labels, thresholds)
    assert recall == sorted(recall, reverse=True)
    curve = precision_recall_curve(probabilities, labels, thresholds)
    _assert_curve(curve, precision, recall)


def _tensor(values, device, dtype=None):
    return torch.tensor(values, device=device, dtype=dtype)


def _drawn(device, dtype):
    """Thirty samples, ten of them positive, of which the model knows something."""
    generator = torch.Generator().manual_seed(0)
    labels = (torch.arange(30) % 3 == 0).long()
    probabilities = (torch.rand(30, generator=generator) + 0.5 * labels) / 1.6
    return probabilities.to(device, dtype), labels.to(device)


def _counted(probabilities, labels, thresholds):
    precision, recall = [], []
    pairs = list(zip(probabilities.tolist(), labels.tolist(), strict=True))
    for threshold in thresholds.tolist():
        said = [label for probability, label in pairs if probability >= threshold]
        precision.append(sum(said) / len(said) if said else 1.0)
        recall.append(sum(said) / sum(label for _, label in pairs))
    return precision, recall


def _assert_curve(actual, precision, recall):
    __tracebackhide__ = True
    for one, wanted, name in zip(actual, (precision, recall), ("precision", "recall"), strict=True):
        assert_close(one, _tensor(wanted, one.device, torch.float32), what=name)
