"""A baseline of one number (§14.5.2): a threshold from one set, judged on another."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch14_detection.baseline_roc import diameter_baseline

# In millimetres, benign and malignant ones.
TRAIN = [3.0, 4.0, 4.5, 5.0, 6.0, 6.5, 9.0], [5.5, 7.0, 8.0, 8.5, 12.0]
VAL = [2.0, 5.0, 7.0, 10.0, 30.0], [4.0, 6.75, 7.0, 8.0, 40.0, 41.0, 42.0, 43.0]


def test_a_baseline_by_hand(device, dtype):
    """At 7 mm the training set has 4 of 5 and 1 of 7; the validation set has 6 of 8 and 3 of 5."""
    tensors = *_set(*TRAIN, device, dtype), *_set(*VAL, device, dtype)
    with assert_untouched(*tensors):
        result = diameter_baseline(*tensors)
    _assert_baseline(result, 7.0, 3 / 5, 6 / 8)


@pytest.mark.parametrize(
    ("benign", "malignant", "expected"),
    [([2.0, 3.0], [60.0, 70.0], (0.0, 1.0)), ([90.0, 5.0, 6.0], [4.0, 9.5], (1 / 3, 1 / 2))],
)
def test_the_validation_set_does_not_choose(device, benign, malignant, expected):
    """The threshold is that of the training set, whatever would be best on the other."""
    train, val = _set(*TRAIN, device, torch.float64), _set(benign, malignant, device, torch.float64)
    _assert_baseline(diameter_baseline(*train, *val), 7.0, *expected)


@pytest.mark.parametrize(
    ("benign", "malignant", "threshold"),
    [
        ([1.0, 2.0, 3.0], [10.0, 20.0], 10.0),
        ([1.0, 2.0, 8.0, 9.0], [4.0, 12.0], 12.0),
        ([5.0, 6.0], [5.0, 6.0], 6.0),
        ([4.0], [4.0], 4.0),
        ([9.0, 8.0], [2.0, 3.0], 2.0),
    ],
    ids=["apart", "equally good", "no gain", "one diameter", "the wrong way"],
)
def test_of_equals_the_largest(device, benign, malignant, threshold):
    """It is a diameter that occurs; where several gain as much, the largest of them."""
    train, val = _set(benign, malignant, device, torch.float64), _set(*VAL, device, torch.float64)
    fpr = sum(it >= threshold for it in VAL[0]) / 5
    tpr = sum(it >= threshold for it in VAL[1]) / 8
    _assert_baseline(diameter_baseline(*train, *val), threshold, fpr, tpr)


def test_rare_malignant_nodules_weigh_as_much(device):
    """Among a hundred benign ones a single malignant one is half of what counts: it is rates."""
    benign = [0.1 * n for n in range(100)]
    train = _set(benign, [7.95], device, torch.float64)
    val = _set([7.9, 8.0, 1.0, 2.0], [7.95, 7.94], device, torch.float64)
    _assert_baseline(diameter_baseline(*train, *val), 7.95, 1 / 4, 1 / 2)


def test_drawn_nodules(device, dtype):
    """Sixty nodules of many sizes to choose from, and forty to judge by, as a loop does it."""
    train, val = _drawn(60, 0, device, dtype), _drawn(40, 1, device, dtype)
    best = max(sorted(set(train[0].tolist()), reverse=True), key=lambda it: _gain(*train, it))
    fpr, tpr = _counted(*val, best)
    _assert_baseline(diameter_baseline(*train, *val), best, fpr, tpr)


def _set(benign, malignant, device, dtype):
    """Diameters, malignant ones among the others."""
    pairs = sorted([(mm, False) for mm in benign] + [(mm, True) for mm in malignant], key=_mixed)
    mm = torch.tensor([mm for mm, _ in pairs], device=device, dtype=dtype)
    return mm, torch.tensor([it for _, it in pairs], device=device)


def _mixed(pair):
    return pair[0] * 7.3 % 5


def _drawn(n, seed, device, dtype):
    generator = torch.Generator().manual_seed(seed)
    malignant = torch.arange(n) % 3 == 0
    mm = torch.randn(n, generator=generator).mul(0.4).exp() * torch.where(malignant, 10.0, 6.0)
    return mm.mul(4).round().div(4).to(device, dtype), malignant.to(device)


def _counted(mm, malignant, threshold):
    pairs = list(zip(mm.tolist(), malignant.tolist(), strict=True))
    rates = []
    for kind in (False, True):
        of_kind = [diameter for diameter, it in pairs if it is kind]
        rates.append(sum(diameter >= threshold for diameter in of_kind) / len(of_kind))
    return rates


def _gain(mm, malignant, threshold):
    fpr, tpr = _counted(mm, malignant, threshold)
    return tpr - fpr


def _assert_baseline(actual, *expected):
    __tracebackhide__ = True
    assert_equal(len(actual), 3, what="how many numbers came back")
    names = "the threshold", "false positive rate", "true positive rate"
    for name, one, wanted in zip(names, actual, expected, strict=True):
        assert_equal(type(one).__name__, "float", what=f"the type of {name}")
        found, wanted = torch.tensor([one, wanted], dtype=torch.float64)
        assert_close(found, wanted, rtol=1e-6, atol=1e-6, what=name)
