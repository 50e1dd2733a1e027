"""Another order in each epoch (§12.4.1): of what has no room in one, other samples in the next."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_equal, assert_untouched
from katas.ch12_metrics.epoch_reshuffle import BalancedSampler

# Positives, negatives, and they are not sorted.
SIZES = [(3, 20), (4, 4), (1, 7), (9, 2)]


@pytest.mark.parametrize(("n_positives", "n_negatives"), SIZES)
def test_positive_and_negative_ones_take_turns(n_positives, n_negatives):
    """Indices, as ints, of a positive and of a negative sample in turn, length of them."""
    labels = _labels(n_positives, n_negatives)
    for length in (11, 12, 0):
        sampler = _sampler(labels, length)
        epoch = list(sampler)
        others = {type(it).__name__ for it in epoch} - {"int"}
        assert_equal(others, set(), what="types other than int")
        assert_equal([int(labels[it]) for it in epoch], [1, 0] * (length // 2) + [1] * (length % 2))
        assert_equal(len(sampler), length, what="len")


@pytest.mark.parametrize(("n_positives", "n_negatives"), SIZES)
def test_none_comes_again_before_all_others_of_its_kind_did(n_positives, n_negatives):
    """Within an epoch an order begins again, the same, when it is used up: none is left out."""
    epoch = list(_sampler(_labels(n_positives, n_negatives), 47))
    for kind, n in ((epoch[0::2], n_positives), (epoch[1::2], n_negatives)):
        assert_equal(len(set(kind[:n])), min(n, len(kind)), what=f"different ones of {n}")
        again = [kind[place % n] for place in range(n, len(kind))]
        assert_equal(kind[n:], again, what="what comes after them")


def test_each_epoch_has_an_order_of_its_own():
    """From epoch to epoch positive and negative ones come in other orders, not shifted alike."""
    sampler = _sampler(_labels(40, 40), 80)
    epochs = [list(sampler) for _ in range(5)]
    positives = {tuple(epoch[0::2]) for epoch in epochs}
    negatives = {tuple(epoch[1::2]) for epoch in epochs}
    orders = [len(positives), len(negatives)]
    assert_equal(orders, [5, 5], what="orders of the positive, of the negative ones in 5 epochs")
    # In the labels positives and negatives alternate: one order for both would keep neighbours.
    together = sum(abs(p - n) == 1 for p, n in zip(epochs[0][0::2], epochs[0][1::2], strict=True))
    assert_equal(together < 10, True, what="whether few neighbours come one after the other")


def test_in_time_all_are_seen():
    """Where an epoch has room for a fifth of the negative ones, 40 epochs see all of them."""
    labels = _labels(5, 50)
    sampler = _sampler(labels, 20)
    seen = {index for _ in range(40) for index in sampler}
    assert_equal(len(seen), 55, what="samples seen")


def test_the_generator_decides():
    """Seeded alike, two samplers yield the same epochs; nothing else is random, or changed."""
    labels = _labels(6, 30)
    generator = torch.Generator().manual_seed(5)
    with assert_untouched(labels):
        sampler = BalancedSampler(labels, 30, generator)
        first, second = list(sampler), list(sampler)
    generator.manual_seed(5)
    other = BalancedSampler(labels, 30, generator)
    again = [list(other), list(other)] == [first, second]
    assert_equal(again, True, what="whether both epochs come again, seeded alike")
    again = list(_sampler(labels, 30, seed=6)) == first
    assert_equal(again, False, what="whether the first comes again, seeded otherwise")
    again = list(BalancedSampler(labels, 30, generator)) in (first, second)
    assert_equal(again, False, what="whether a later sampler repeats an epoch, not seeded again")


def _labels(n_positives, n_negatives):
    """In turn, as long as there are both."""
    both = min(n_positives, n_negatives)
    more = int(n_positives > n_negatives)
    return torch.tensor([0, 1] * both + [more] * abs(n_positives - n_negatives))


def _sampler(labels, length, seed=0):
    return BalancedSampler(labels, length, torch.Generator().manual_seed(seed))
