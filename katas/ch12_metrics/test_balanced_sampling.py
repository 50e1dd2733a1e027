"""A balanced data set (§12.4.1): positive and negative samples in turn."""

import itertools

import pytest

from katas._dojo.writing.assertions import assert_equal, assert_raises
from katas.ch12_metrics.balanced_sampling import BalancedDataset

POSITIVES = ["p0", "p1", "p2"]
NEGATIVES = [f"n{it}" for it in range(7)]


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (1, "p0 n0 p1 n1 p2 n2"),
        (2, "p0 n0 n1 p1 n2 n3 p2"),
        (3, "p0 n0 n1 n2 p1 n3 n4 n5 p2"),
        (5, "p0 n0 n1 n2 n3 n4 p1 n5 n6"),
    ],
)
def test_a_positive_one_and_then_ratio_negative_ones(ratio, expected):
    """At ratio 1 the order is p0 n0 p1 n1 p2 n2, at ratio 2 it is p0 n0 n1 p1 n2 n3 p2."""
    length = len(expected.split())
    assert_equal(_samples(BalancedDataset(POSITIVES, NEGATIVES, ratio, length)), expected)


@pytest.mark.parametrize(
    ("ratio", "n_positives", "n_negatives", "expected"),
    [
        (1, 2, 3, "p0 n0 p1 n1 p0 n2 p1 n0 p0 n1 p1 n2 p0 n0"),
        (1, 3, 2, "p0 n0 p1 n1 p2 n0 p0 n1 p1 n0"),
        (2, 1, 5, "p0 n0 n1 p0 n2 n3 p0 n4 n0 p0 n1 n2"),
        (2, 2, 3, "p0 n0 n1 p1 n2 n0 p0 n1 n2 p1 n0 n1"),
        (3, 1, 1, "p0 n0 n0 n0 p0 n0"),
    ],
)
def test_a_list_that_is_used_up_begins_again(ratio, n_positives, n_negatives, expected):
    """Each list begins again by itself when it is used up, and the other one goes on."""
    lists = POSITIVES[:n_positives], NEGATIVES[:n_negatives]
    length = len(expected.split())
    assert_equal(_samples(BalancedDataset(*lists, ratio, length)), expected)


@pytest.mark.parametrize("length", [0, 1, 4, 2000])
def test_balanced_the_length_is_the_one_that_is_given(length):
    """With a ratio, len is the length that is given, and a loop over the data set ends there."""
    dataset = BalancedDataset(POSITIVES, NEGATIVES, 1, length)
    assert_equal(len(dataset), length, what="len")
    seen = list(itertools.islice(dataset, length + 5))
    assert_equal(seen[length:], [], what="samples in a loop beyond the length")
    assert_equal(len(seen), length, what="samples in a loop")
    with assert_raises(IndexError):
        dataset[length]


@pytest.mark.parametrize("length", [4, 100])
def test_for_validation_nothing_is_balanced(length):
    """With ratio 0 each sample is there once, positives first, whatever the length."""
    dataset = BalancedDataset(POSITIVES, NEGATIVES, 0, length)
    seen = list(itertools.islice(dataset, 15))
    assert_equal(" ".join(seen), "p0 p1 p2 n0 n1 n2 n3 n4 n5 n6", what="samples in a loop")
    assert_equal(len(dataset), 10, what="len")
    with assert_raises(IndexError):
        dataset[10]


def test_an_index_has_one_sample():
    """A sample depends on its index alone, not on what was asked for before."""
    dataset = BalancedDataset(POSITIVES, NEGATIVES, 2, 3000)
    far = 2999, 0, 1501, 2999, 1
    assert_equal([dataset[index] for index in far], ["n4", "p0", "n6", "n4", "n0"])


def _samples(dataset):
    """The samples, one index after the other."""
    return " ".join(dataset[index] for index in range(len(dataset)))
