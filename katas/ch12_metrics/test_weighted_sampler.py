"""A weight for each sample (§12.4.1): rare classes come as often as others."""

import pytest
import torch
from torch.utils.data import DataLoader, Subset, TensorDataset

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch12_metrics.weighted_sampler import balanced_sampler

# How many samples there are of each class for training, and how many others.
COUNTS = [(450, 50), (45, 355), (5, 95)]
N_TRAINING = 500


@pytest.mark.parametrize(
    "counts", [COUNTS, [(450, 0), (0, 300), (50, 50)]], ids=["three classes", "two of three"]
)
def test_each_class_comes_equally_often(counts):
    """Of all that is drawn each class that the training set has is an equal share."""
    train_set, labels = _training(counts)
    drawn = labels[train_set.indices][_draw(balanced_sampler(train_set, labels, _seeded()))]
    shares = torch.bincount(drawn, minlength=3) / len(drawn)
    present = torch.tensor([float(n > 0) for n, _ in counts])
    assert_close(shares, present / present.sum(), rtol=0, atol=0.03, what="shares of the classes")


def test_within_a_class_all_are_equally_likely():
    """Each sample of a class is drawn about as often as any other of its class."""
    train_set, labels = _training(COUNTS)
    drawn = _draw(balanced_sampler(train_set, labels, _seeded()), epochs=60)
    for label, (count, _) in enumerate(COUNTS):
        members = (labels[train_set.indices] == label).nonzero()[:, 0]
        shares = torch.bincount(drawn, minlength=N_TRAINING)[members] / len(drawn) * 3 * count
        spread = shares.double().std(correction=0)
        assert_equal(bool(spread < 0.3), True, what=f"whether samples of class {label} are alike")


def test_as_many_as_the_training_set_has():
    """An epoch has as many indices as the training set, each of which is a place in it."""
    train_set, labels = _training(COUNTS)
    sampler = balanced_sampler(train_set, labels, _seeded())
    assert_equal(len(sampler), N_TRAINING, what="len")
    drawn = list(sampler)
    assert_equal(len(drawn), N_TRAINING, what="indices in an epoch")
    assert_equal({type(it).__name__ for it in drawn}, {"int"}, what="types of the indices")
    assert_equal(0 <= min(drawn) <= max(drawn) < N_TRAINING, True, what="whether all are places")


def test_batches_are_balanced():
    """In a DataLoader, a batch has its share of a class that is one of a hundred."""
    train_set, labels = _training(COUNTS)
    sampler = balanced_sampler(train_set, labels, _seeded())
    loader = DataLoader(train_set, batch_size=100, sampler=sampler)
    rare = [int((batch == 2).sum()) for (batch,) in loader]
    assert_equal(len(rare), 5, what="batches")
    assert_equal(min(rare) >= 15, True, what="whether each batch of 100 has 15 of class 2")


def test_the_generator_decides():
    """Seeded alike, the same is drawn again, and only then: the generator goes on."""
    train_set, labels = _training(COUNTS)
    generator = _seeded()
    with assert_untouched(labels):
        sampler = balanced_sampler(train_set, labels, generator)
        first, second = list(sampler), list(sampler)
    again = list(balanced_sampler(train_set, labels, _seeded())) == first
    assert_equal(again, True, what="whether the first epoch comes again, seeded alike")
    assert_equal(second == first, False, what="whether the second epoch is as the first")
    again = list(balanced_sampler(train_set, labels, generator)) in (first, second)
    assert_equal(again, False, what="whether a later sampler repeats an epoch, not seeded again")


def _training(counts):
    """A part of a data set, in no order, and the labels of all of it, all classes mixed."""
    labels = torch.cat([torch.full((n + m,), label) for label, (n, m) in enumerate(counts)])
    kept = torch.cat([torch.arange(n + m) < n for n, m in counts])
    order = torch.randperm(len(labels), generator=_seeded())
    labels, kept = labels[order], kept[order]
    return Subset(TensorDataset(labels), order[kept[order]].tolist()), labels


def _draw(sampler, epochs=20):
    return torch.tensor([index for _ in range(epochs) for index in sampler])


def _seeded():
    return torch.Generator().manual_seed(3)
