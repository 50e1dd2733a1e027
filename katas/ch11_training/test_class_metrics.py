"""How well each class is told (§11.6.1): its loss, and the percentage of it that is right."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch11_training.class_metrics import class_metrics

KEYS = ["loss/all", "loss/neg", "loss/pos", "correct/all", "correct/neg", "correct/pos"]
NAN = float("nan")

# Label, probability, loss.  Of five without a nodule four are told, of three nodules one is.
SAMPLES = [
    [0, 0.1, 0.25],
    [0, 0.4, 0.5],
    [1, 0.3, 1.25],
    [0, 0.9, 2.5],
    [1, 0.8, 0.125],
    [0, 0.2, 0.0],
    [1, 0.0, 6.0],
    [0, 0.0, 0.5],
]
EXPECTED = [11.125 / 8, 3.75 / 5, 7.375 / 3, 62.5, 80.0, 100 / 3]


def test_each_class_has_its_loss_and_its_percentage(device, dtype):
    """Each of the six numbers is that of its own samples: all, without a nodule, with one."""
    metrics = _metrics(SAMPLES, device, dtype)
    with assert_untouched(metrics):
        found = class_metrics(metrics)
    _assert_numbers(found, EXPECTED)


def test_the_order_of_the_samples_does_not_matter(device, dtype):
    """In whatever order the samples come, the numbers are the same."""
    _assert_numbers(class_metrics(_metrics(SAMPLES[::-1], device, dtype)), EXPECTED)


@pytest.mark.parametrize("n_negatives", [3, 399])
def test_all_samples_count_the_same(device, dtype, n_negatives):
    """The numbers of all are not the mean of the two classes: the larger class has more of them."""
    samples = [[0, 0.25, 0.125]] * n_negatives + [[1, 0.25, 8.0]]
    n = n_negatives + 1
    all_losses = (0.125 * n_negatives + 8) / n
    expected = [all_losses, 0.125, 8.0, 100 * n_negatives / n, 100.0, 0.0]
    _assert_numbers(class_metrics(_metrics(samples, device, dtype)), expected)


@pytest.mark.parametrize(("threshold", "right"), [(None, 2), (0.5, 2), (0.25, 1), (0.75, 3)])
def test_at_the_threshold_it_is_no_nodule(device, dtype, threshold, right):
    """Only a probability above the threshold is a nodule; one that is equal to it is not."""
    settings = [] if threshold is None else [threshold]
    samples = [[0, 0.5, 1.0], [0, 0.75, 1.0], [0, 0.25, 1.0], [1, 1.0, 1.0]]
    found = class_metrics(_metrics(samples, device, dtype), *settings)
    _assert_numbers(found, [1.0, 1.0, 1.0, 25 * (right + 1), 100 * right / 3, 100.0])


@pytest.mark.parametrize(
    ("threshold", "told"),
    [(1.0, (100.0, 0.0)), (-0.5, (0.0, 100.0))],
    ids=["always no", "always yes"],
)
def test_labels_are_what_they_are(device, dtype, threshold, told):
    """The threshold is for probabilities: at 1 all predictions are no, below 0 all are yes."""
    found = class_metrics(_metrics(SAMPLES, device, dtype), threshold)
    right = (5 * told[0] + 3 * told[1]) / 8
    _assert_numbers(found, [*EXPECTED[:3], right, *told])


@pytest.mark.parametrize("label", [0, 1])
def test_a_class_without_samples_has_no_numbers(device, dtype, label):
    """Where a class is empty, its loss and its percentage are NaN; those of the other are not."""
    samples = [[label, 0.75, 0.5], [label, 0.25, 1.0], [label, 1.0, 0.0]]
    right = 100 / 3 if label == 0 else 200 / 3
    expected = {0: [0.5, 0.5, NAN, right, right, NAN], 1: [0.5, NAN, 0.5, right, NAN, right]}
    _assert_numbers(class_metrics(_metrics(samples, device, dtype)), expected[label])


def _metrics(samples, device, dtype):
    return torch.tensor(samples, device=device, dtype=dtype).T


def _assert_numbers(found, expected):
    __tracebackhide__ = True
    assert_equal(sorted(found), sorted(KEYS), what="the keys")
    for key, number in zip(KEYS, expected, strict=True):
        actual, wanted = (
            torch.tensor(float(it), dtype=torch.float64) for it in (found[key], number)
        )
        assert_close(actual, wanted, rtol=1e-5, atol=1e-6, what=key)
