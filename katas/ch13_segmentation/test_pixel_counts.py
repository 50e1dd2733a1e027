"""Pixels found, pixels missed, false alarms (§13.6.3): counted for each image."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_equal, assert_untouched
from katas.ch13_segmentation.pixel_counts import percentages, pixel_counts

# Three images of 2 by 4 pixels: the probability of nodule, and the label.
PREDICTIONS = [
    [[0.9, 0.8, 0.1, 0.7], [0.6, 0.3, 0.2, 0.05]],
    [[0.4, 0.1, 0.95, 0.2], [0.3, 0.02, 0.15, 0.45]],
    [[0.55, 0.65, 0.75, 0.85], [0.35, 0.98, 0.25, 0.05]],
]
LABELS = [
    [[1, 1, 1, 0], [0, 0, 1, 0]],
    [[1, 1, 1, 1], [0, 0, 0, 0]],
    [[0, 0, 0, 0], [0, 0, 0, 0]],
]
COUNTS = [[2, 1, 0], [2, 3, 0], [2, 0, 5]]
KINDS = ("true positives", "false negatives", "false positives")
DTYPES = [torch.float32, torch.float64, torch.bfloat16]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("of_labels", [torch.bool, torch.int64, torch.float32])
def test_each_image_has_counts_of_its_own(device, dtype, of_labels):
    """A pixel of nodule is found or missed, another one is a false alarm or not, in each image."""
    predictions, labels = _tensors(PREDICTIONS, LABELS, device, dtype, of_labels)
    with assert_untouched(predictions, labels):
        counts = pixel_counts(predictions, labels)
    _assert_counts(counts, COUNTS)


@pytest.mark.parametrize("of_labels", [torch.bool, torch.int64])
def test_a_false_alarm_counts_as_one(device, of_labels):
    """Of the predictions 1 1 0 1 on labels 0 1 0 0, one is found, and two are false alarms."""
    tensors = _tensors([[[1.0, 1.0, 0.0, 1.0]]], [[[0, 1, 0, 0]]], device, torch.float32, of_labels)
    _assert_counts(pixel_counts(*tensors), [[1], [0], [2]])


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [
        (0.1, [[3, 3, 0], [1, 1, 0], [3, 3, 7]]),
        (0.75, [[2, 1, 0], [2, 3, 0], [0, 0, 2]]),
        (0.25, [[2, 2, 0], [2, 2, 0], [3, 2, 6]]),
    ],
)
def test_a_pixel_is_predicted_above_the_threshold(device, dtype, threshold, expected):
    """The threshold is what is given, and a probability of just that is not above it."""
    predictions, labels = _tensors(PREDICTIONS, LABELS, device, dtype, torch.int64)
    _assert_counts(pixel_counts(predictions, labels, threshold), expected)


def test_a_half_is_not_above_a_half(device, dtype):
    """Where no threshold is given it is 0.5, and 0.5 is not above it."""
    tensors = _tensors([[[0.5, 0.5, 0.51, 0.49]]], [[[1, 0, 1, 1]]], device, dtype, torch.int64)
    _assert_counts(pixel_counts(*tensors), [[1], [2], [0]])


@pytest.mark.parametrize("dtype", DTYPES)
def test_many_pixels_are_counted_exactly(device, dtype):
    """Counts are exact also where the predictions are in bfloat16, which knows no 301."""
    rows = [[0.9] * 301 + [0.1] * 259 + [0.9] * 517]
    labels = [[1] * 560 + [0] * 517]
    tensors = _tensors([rows], [labels], device, dtype, torch.float32)
    _assert_counts(pixel_counts(*tensors), [[301], [259], [517]])


def test_percentages_are_of_the_pixels_of_nodule(device):
    """Found and missed make 100 per cent; three false alarms for each pixel of nodule make 300."""
    _assert_percentages([[3, 0], [1, 4], [20, 4]], device, (37.5, 62.5, 300.0))


def test_percentages_are_of_all_images_together(device):
    """Counts are added up first: a large nodule counts for more than a small one."""
    _assert_percentages([[1, 10, 0], [0, 88, 1], [0, 7, 13]], device, (11.0, 89.0, 20.0))


def test_there_may_be_nothing_to_find(device):
    """Without a pixel of nodule, a false alarm is as many per cent as of one pixel."""
    _assert_percentages([[0, 0], [0, 0], [2, 1]], device, (0.0, 0.0, 300.0))


def _tensors(predictions, labels, device, dtype, of_labels):
    predictions = torch.tensor(predictions, device=device, dtype=dtype).unsqueeze(1)
    return predictions, torch.tensor(labels, device=device).to(of_labels).unsqueeze(1)


def _assert_counts(actual, expected):
    """Three tensors [N] with these numbers, in whatever dtype."""
    __tracebackhide__ = True
    assert_equal(len(actual), 3, what="how many tensors")
    for kind, got, wanted in zip(KINDS, actual, expected, strict=True):
        assert_equal(type(got).__name__, "Tensor", what=f"the type of the {kind}")
        assert_equal(got.tolist(), wanted, what=kind)


def _assert_percentages(counts, device, expected):
    __tracebackhide__ = True
    actual = percentages(*torch.tensor(counts, device=device))
    assert_equal([type(it).__name__ for it in actual], ["float"] * 3, what="the types")
    assert_equal([round(it, 4) for it in actual], list(expected), what="TP, FN, FP in per cent")
