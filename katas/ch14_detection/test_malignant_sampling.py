"""Half of them malignant (§14.5): benign, malignant, no nodule, malignant."""

import pytest

from katas._dojo.writing.assertions import assert_equal, assert_raises
from katas.ch14_detection.malignant_sampling import malignancy_sample

MALIGNANT = [f"m{n}" for n in range(5)]
BENIGN = [f"b{n}" for n in range(4)]
NO_NODULE = [f"n{n}" for n in range(7)]


def test_four_samples_are_a_turn():
    """Of each turn of four the first is benign, the third no nodule, and the others malignant."""
    _assert_samples(8, (MALIGNANT, BENIGN, NO_NODULE), "b0 m0 n0 m1 b1 m2 n1 m3")


@pytest.mark.parametrize("index", range(6))
def test_malignant_and_nothing_else_is_malignant(index):
    """The label is True for malignant samples, and False for those that are no nodule, too."""
    sample, label = malignancy_sample(index, MALIGNANT, BENIGN, NO_NODULE)
    assert_equal(label, sample in MALIGNANT, what=f"the label of {sample}")


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((3, 4, 7), "b0 m0 n0 m1 b1 m2 n1 m0 b2 m1 n2 m2 b3 m0 n3 m1 b0 m2 n4 m0"),
        ((5, 1, 2), "b0 m0 n0 m1 b0 m2 n1 m3 b0 m4 n0 m0 b0 m1 n1 m2"),
        ((1, 3, 1), "b0 m0 n0 m0 b1 m0 n0 m0 b2 m0 n0 m0 b0 m0 n0 m0"),
        ((2, 2, 3), "b0 m0 n0 m1 b1 m0 n1 m1 b0 m0 n2 m1 b1 m0 n0 m1"),
    ],
)
def test_each_list_begins_again_by_itself(sizes, expected):
    """A list that is used up begins again, and the others go on where they are."""
    lists = MALIGNANT[: sizes[0]], BENIGN[: sizes[1]], NO_NODULE[: sizes[2]]
    _assert_samples(len(expected.split()), lists, expected)


def test_every_sample_has_its_turn():
    """In a long enough run each sample is seen, and each of its kind as often as any other."""
    seen = [malignancy_sample(n, MALIGNANT, BENIGN, NO_NODULE)[0] for n in range(4 * 4 * 5 * 7)]
    counts = {it: seen.count(it) for it in [*MALIGNANT, *BENIGN, *NO_NODULE]}
    expected = dict.fromkeys(MALIGNANT, 56) | dict.fromkeys(BENIGN, 35)
    assert_equal(counts, expected | dict.fromkeys(NO_NODULE, 20), what="how often each is seen")


def test_an_index_has_one_sample():
    """A sample depends on its index alone, however far, and not on what was asked for before."""
    far = 99999, 0, 50002, 99999, 7
    samples = [malignancy_sample(n, MALIGNANT, BENIGN, NO_NODULE)[0] for n in far]
    assert_equal(samples, ["m4", "b0", "n5", "m4", "m3"], what="samples")


@pytest.mark.parametrize("index", [0, 1, 2, 3, 100])
@pytest.mark.parametrize("name", ["malignant", "benign", "no_nodule"])
def test_no_list_may_be_empty(name, index):
    """An empty list is a ValueError that names it, at the first index, not when its turn comes."""
    lists = {"malignant": MALIGNANT, "benign": BENIGN, "no_nodule": NO_NODULE, name: []}
    with assert_raises(ValueError, (name, name.replace("_", " "))):
        malignancy_sample(index, **lists)


def _assert_samples(n, lists, expected):
    __tracebackhide__ = True
    samples = " ".join(malignancy_sample(index, *lists)[0] for index in range(n))
    assert_equal(samples, expected, what="samples")
