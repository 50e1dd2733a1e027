"""A validation set that is like the training set (§10.5.3): every k-th patient, by nodules."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_equal, assert_raises
from katas.ch10_datasets.representative_split import representative_split

# Patient: how many nodules, how many other candidates.  By nodules: e, a, b, d, f, c.
PATIENTS = {"a": (2, 1), "b": (2, 5), "c": (0, 4), "d": (1, 6), "e": (4, 2), "f": (1, 2)}


@pytest.mark.parametrize(
    ("val_stride", "expected"), [(2, "bef"), (3, "de"), (4, "ef"), (5, "ce"), (6, "e"), (9, "e")]
)
def test_every_kth_patient_is_for_validation(val_stride, expected):
    """The patients with most nodules come first; number 0, k, 2k, … of them are for validation."""
    training, validation = representative_split(_candidates(), val_stride)
    assert_equal(_patients(validation), [*expected], what="the patients for validation")
    rest = sorted(PATIENTS.keys() - {*expected})
    assert_equal(_patients(training), rest, what="the patients for training")


@pytest.mark.parametrize("val_stride", [2, 3, 5])
def test_no_patient_is_on_both_sides(val_stride):
    """All candidates of a patient are on one side, each of them once."""
    candidates = _candidates()
    training, validation = representative_split(candidates, val_stride)
    both = sorted({*_patients(training)} & {*_patients(validation)})
    assert_equal(both, [], what="the patients on both sides")
    assert_equal(sorted(training + validation), sorted(candidates), what="all candidates")


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_list_does_not_matter(seed):
    """In whatever order the candidates come, the same are for validation, in that order."""
    candidates = _candidates()
    order = torch.randperm(len(candidates), generator=torch.Generator().manual_seed(seed))
    shuffled = [candidates[place] for place in order.tolist()]
    training, validation = representative_split(tuple(shuffled), 3)
    assert_equal(training, [it for it in shuffled if it[0] in "abcf"], what="training")
    assert_equal(validation, [it for it in shuffled if it[0] in "de"], what="validation")


def test_each_side_has_its_share_of_nodules():
    """Of 60 patients with 0 to 5 nodules every fifth is taken: two of each kind, as are there."""
    candidates = []
    for n in range(60):
        candidates += [(f"{n * 7 % 60:02}", place < n % 6) for place in range(5 + n % 4)]
    for side, each in zip(representative_split(candidates, 5), (8, 2), strict=True):
        counts = [sum(is_nodule for uid, is_nodule in side if uid == it) for it in _patients(side)]
        assert_equal(sorted(counts), [n for n in range(6) for _ in range(each)])


@pytest.mark.parametrize(
    ("patients", "val_stride"), [("abc", 1), ("", 3), ("d", 2)], ids=["stride 1", "none", "one"]
)
def test_an_empty_side_is_refused(patients, val_stride):
    """Where nothing would be left for training or for validation, ValueError says of how many."""
    candidates = [it for it in _candidates() if it[0] in patients]
    with assert_raises(ValueError, len(patients)):
        representative_split(candidates, val_stride)


def _candidates():
    """Those of all patients in turn, nodules and others mixed, and not by the alphabet."""
    found = []
    for uid in "fcabed":
        n_nodules, n_others = PATIENTS[uid]
        found += [(uid, False)] * (n_others - 1) + [(uid, True)] * n_nodules + [(uid, False)]
    return found[::2] + found[1::2]


def _patients(candidates):
    return sorted({uid for uid, _ in candidates})
