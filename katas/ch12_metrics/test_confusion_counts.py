"""The four counts (§12.2): each sample is in one of them."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_equal, assert_untouched
from katas.ch12_metrics.confusion_counts import confusion_counts

# The probability of class 1, and the label.
SAMPLES = [
    (0.97, 1),
    (0.93, 1),
    (0.70, 1),
    (0.30, 1),
    (0.02, 1),
    (0.95, 0),
    (0.80, 0),
    (0.60, 0),
    (0.40, 0),
    (0.20, 0),
    (0.15, 0),
    (0.05, 0),
    (0.03, 0),
]
DTYPES = [torch.float32, torch.float64, torch.bfloat16]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(
    ("threshold", "expected"),
    [(0.5, (3, 3, 2, 5)), (0.1, (4, 6, 1, 2)), (0.9, (2, 1, 3, 7)), (0.99, (0, 0, 5, 8))],
)
def test_each_sample_is_counted_once(device, dtype, threshold, expected):
    """Found, false alarm, missed, rightly left alone: in this order, at any threshold."""
    logits, labels = _tensors(SAMPLES, device, dtype)
    with assert_untouched(logits, labels):
        counts = confusion_counts(logits, labels, threshold)
    _assert_counts(counts, *expected)


def test_a_false_positive_counts_as_one(device):
    """Of the predictions 1 1 0 1 on labels 0 1 0 0, two are false positives, one is true."""
    logits, labels = _tensors([(0.9, 0), (0.9, 1), (0.1, 0), (0.9, 0)], device, torch.float32)
    _assert_counts(confusion_counts(logits, labels), 1, 2, 0, 1)


def test_what_is_at_the_threshold_is_negative(device, dtype):
    """The threshold is 0.5 unless another is given; a probability of just that is not above it."""
    logits = torch.tensor([[3.0, 3.0], [-7.0, -7.0], [0.0, 0.0]], device=device, dtype=dtype)
    labels = torch.tensor([1, 0, 0], device=device)
    _assert_counts(confusion_counts(logits, labels), 0, 0, 1, 2)
    _assert_counts(confusion_counts(logits, labels, threshold=0.49), 1, 2, 0, 0)
    a_little_more = torch.tensor([0.0, 0.001], device=device, dtype=dtype)
    _assert_counts(confusion_counts(logits + a_little_more, labels), 1, 2, 0, 0)


def test_only_the_difference_of_the_logits_counts(device):
    """What a sample has in common in both logits, however much, does not change its class."""
    logits, labels = _tensors(SAMPLES, device, torch.float64)
    common = torch.linspace(-1e4, 1e4, len(labels), device=device, dtype=torch.float64)
    _assert_counts(confusion_counts(logits + common[:, None], labels, 0.1), 4, 6, 1, 2)


@pytest.mark.parametrize(
    ("label", "n", "expected"),
    [(1, 3, (2, 0, 1, 0)), (0, 3, (0, 2, 0, 1)), (1, 1, (1, 0, 0, 0)), (0, 0, (0, 0, 0, 0))],
    ids=["all positive", "all negative", "one", "none"],
)
def test_there_may_be_nothing_to_count(device, label, n, expected):
    """Where all labels are the same, or where there are no samples, counts are 0."""
    logits, labels = _tensors([(it, label) for it in (0.9, 0.6, 0.3)], device, torch.float32)
    _assert_counts(confusion_counts(logits[:n], labels[:n]), *expected)


@pytest.mark.parametrize("dtype", DTYPES)
def test_many_samples_are_counted_exactly(device, dtype):
    """Counts are exact whatever the dtype of the logits, which may know no 257."""
    logits, labels = _tensors([(0.9, 1), (0.9, 0), (0.9, 0), (0.1, 1)], device, dtype)
    counts = confusion_counts(logits.repeat(301, 1), labels.repeat(301))
    _assert_counts(counts, 301, 602, 301, 0)


def _tensors(samples, device, dtype):
    """Logits of both classes, neither of which tells the probability by itself."""
    probabilities, labels = zip(*samples, strict=True)
    odds = torch.tensor(probabilities, dtype=torch.float64).logit()
    common = torch.arange(len(odds)) % 4 * 3 - 5
    logits = torch.stack([common - odds / 2, common + odds / 2], dim=1)
    return logits.to(device, dtype), torch.tensor(labels, device=device)


def _assert_counts(actual, *expected):
    __tracebackhide__ = True
    pair = tuple(actual) if isinstance(actual, tuple) else actual  # a named tuple will do
    assert_equal(pair, expected, what="TP, FP, FN, TN")
    assert_equal([type(it).__name__ for it in actual], ["int"] * 4, what="the types of the counts")
