"""The best labels (§2.1.5): what a network sees, and how sure it is."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch02_pretrained.top_k_labels import top_k_labels

ANIMALS = ["cat", "dog", "eel", "fox", "gnu", "hen", "owl"]
SHARES = [0.05, 0.3, 0.01, 0.4, 0.04, 0.18, 0.02]
RANKED = {"fox": 40, "dog": 30, "hen": 18, "cat": 5, "gnu": 4, "owl": 2, "eel": 1}


def test_the_dog_of_the_book(device, dtype):
    """The book prints 96.3 % golden retriever and 2.8 % Labrador, of 1000 classes (§2.1.5)."""
    seen = {
        "tennis ball": 0.11621569,
        "golden retriever": 96.29334259,
        "redbone": 0.20863102,
        "Labrador retriever": 2.80812407,
        "cocker spaniel": 0.28267428,
    }
    shares = torch.full((1000,), (100 - sum(seen.values())) / 995, dtype=torch.float64)
    labels = [f"class {n}" for n in range(1000)]
    for place, (label, share) in zip([852, 207, 168, 208, 219], seen.items(), strict=True):
        labels[place], shares[place] = label, share
    best = top_k_labels(_scores(shares, device, dtype), labels)
    order = sorted(seen, key=seen.get, reverse=True)
    _assert_best(best, {label: seen[label] for label in order}, dtype)


@pytest.mark.parametrize("k", [1, 2, 3, 7])
@pytest.mark.parametrize("shift", [0.0, 5.0, -20.0])
def test_there_are_k_of_them(device, dtype, k, shift):
    """The k highest come back, highest first; what all scores have in common does not matter."""
    out = _scores(SHARES, device, dtype) + shift
    _assert_best(top_k_labels(out, ANIMALS, k), dict(list(RANKED.items())[:k]), dtype)


def test_five_unless_told_otherwise(device, dtype):
    """Without k there are five labels, each a str, with percentages that are Python floats."""
    best = top_k_labels(_scores(SHARES, device, dtype), ANIMALS)
    assert_equal(len(best), 5, what="the number of labels")
    assert_equal([type(label).__name__ for label, _ in best], ["str"] * 5, what="types of labels")
    kinds = [type(percentage).__name__ for _, percentage in best]
    assert_equal(kinds, ["float"] * 5, what="the types of the percentages")


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        # Two at 0 %: of more, sort and topk give another order each.
        ([-1e4, 1e4, 9e3], {"dog": 100, "eel": 0, "cat": 0}),
        ([9e3, 1e4, -1e4], {"dog": 100, "cat": 0, "eel": 0}),
        ([-9e3, -1e4, -2e4], {"cat": 100, "dog": 0, "eel": 0}),
    ],
    ids=["the first is the lowest", "the last is the lowest", "all below zero"],
)
def test_scores_may_be_far_from_zero(device, dtype, scores, expected):
    """Scores of 1e4 or -1e4 are as good as others, and a lower one comes later, also at 0 %."""
    out = torch.tensor([scores], device=device, dtype=dtype)
    _assert_best(top_k_labels(out, ANIMALS[:3], 3), expected, dtype)


def test_the_scores_may_come_with_a_graph(device, dtype):
    """Scores that know where they came from, as a model returns them, are only looked at."""
    out = _scores(SHARES, device, dtype).requires_grad_()
    with assert_untouched(out):
        best = top_k_labels(out, ANIMALS, 3)
    _assert_best(best, {"fox": 40, "dog": 30, "hen": 18}, dtype)


def _scores(shares, device, dtype):
    """Scores [1, n_classes] whose softmax are these shares, up to a common factor."""
    shares = torch.as_tensor(shares, dtype=torch.float64)
    return shares.log()[None].to(device=device, dtype=dtype)


def _assert_best(best, expected, dtype):
    """These labels in this order, with these percentages."""
    __tracebackhide__ = True
    assert_equal([label for label, _ in best], list(expected), what="the labels")
    percentages = torch.tensor([percentage for _, percentage in best], dtype=torch.float64)
    expected = torch.tensor(list(expected.values()), dtype=torch.float64)
    tolerance = 1e-5 if dtype == torch.float32 else 1e-8
    assert_close(percentages, expected, rtol=tolerance, atol=tolerance, what="the percentages")
