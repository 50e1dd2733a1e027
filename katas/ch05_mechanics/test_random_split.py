"""Random split (§5.5.3): each sample once, on one side, by chance that can be repeated."""

import itertools
import math
import random
import warnings
from collections import Counter

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch05_mechanics.random_split import split_indices

fractions = st.floats(0, 1) | st.sampled_from([0, 0.1, 0.2, 0.29, 0.5, 0.9, 1])


@pytest.fixture(autouse=True)
def an_empty_side_needs_no_warning():
    """torch.utils.data.random_split is a right way too, but warns of sides that are empty."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Length of split")
        yield


@given(st.integers(0, 30), fractions, st.integers(0, 5))
def test_every_index_lands_once_on_one_side(n_samples, val_fraction, seed):
    """Training and validation share no index, and together they hold every index once."""
    train, val = split_indices(n_samples, val_fraction, _generator(seed))
    assert_equal(sorted(train.tolist() + val.tolist()), list(range(n_samples)), what="all indices")


@given(st.integers(0, 30), fractions)
def test_validation_gets_its_fraction_rounded_down(n_samples, val_fraction):
    """int(val_fraction * n_samples) samples are for validation, all the others for training."""
    train, val = split_indices(n_samples, val_fraction, _generator(0))
    n_val = int(val_fraction * n_samples)
    assert_equal((len(train), len(val)), (n_samples - n_val, n_val), what="sizes")


@pytest.mark.parametrize(
    ("n_samples", "val_fraction", "sizes"),
    [
        (11, 0.2, (9, 2)),
        (4, 0.2, (4, 0)),
        (11, 0, (11, 0)),
        (11, 1, (0, 11)),
        (1, 0.99, (1, 0)),
        (1, 1, (0, 1)),
        (0, 0.5, (0, 0)),
        (100, 0.29, (72, 28)),  # 0.29 * 100 is 28.999999999999996
        (10, 0.9, (1, 9)),  # (1 - 0.9) * 10 is 0.9999999999999998
    ],
    ids=[
        "the book",
        "too few",
        "none",
        "all",
        "one trains",
        "one validates",
        "no samples",
        "29%",
        "90%",
    ],
)
def test_sides_of_any_size(n_samples, val_fraction, sizes):
    """Either side may be empty: it is then a tensor of shape [0], int64 like any other."""
    split = split_indices(n_samples, val_fraction)
    assert_equal(type(split), tuple, what="the type of what is returned")
    for side, size, name in zip(split, sizes, ("training", "validation"), strict=True):
        kind = (list(side.shape), side.dtype, side.device.type)
        assert_equal(kind, ([size], torch.int64, "cpu"), what=f"the {name} indices")


@pytest.mark.parametrize("seed", [0, 1, 2**40])
def test_a_split_can_be_repeated(seed):
    """The same generator state gives the same split, whatever else was drawn in between."""
    generator = _generator(seed)
    torch.rand(3, generator=generator)
    state = generator.get_state()
    expected = split_indices(20, 0.3, generator)
    torch.rand(5)
    random.random()
    again = split_indices(20, 0.3, torch.Generator().set_state(state))
    assert_close(again[0], expected[0], what="training indices")
    assert_close(again[1], expected[1], what="validation indices")


@pytest.mark.parametrize("given", [False, True], ids=["global", "given"])
def test_the_next_split_is_another_one(given):
    """A split draws from the generator, given or global: the next one is different."""
    generator = _generator(0) if given else None
    same = _validation_set(generator) == _validation_set(generator)
    assert_equal(same, False, what="whether the next split is the same")


def test_the_state_decides_more_than_the_seed():
    """A generator that has been drawn from is in another state, and gives another split."""
    used = _generator(0)
    torch.rand(3, generator=used)
    same = _validation_set(used) == _validation_set(_generator(0))
    assert_equal(same, False, what="whether a used generator splits as a new one does")


@pytest.mark.parametrize("seed", [7, 2**31])
def test_none_is_the_global_generator(seed):
    """Without a generator, torch.manual_seed decides: the split is that of the same state."""
    torch.manual_seed(seed)
    same_state = torch.Generator().set_state(torch.get_rng_state())
    expected = split_indices(20, 0.3, same_state)
    same = all(map(torch.equal, split_indices(20, 0.3), expected))
    assert_equal(same, True, what="whether the split is that of the same state")


def test_a_given_generator_is_the_only_one_drawn_from():
    """With a generator, the global random state stays as it was: torch's, and Python's too."""
    torch.rand(3)  # away from the state that a seed has just set
    python = random.getstate()
    with assert_untouched():
        split_indices(20, 0.3, _generator(0))
    same = random.getstate() == python
    assert_equal(same, True, what="whether Python's random state is as it was")


def test_every_choice_is_as_likely_as_any_other():
    """Of 5 samples each pair may be the validation set, each about as often as the others."""
    pairs = itertools.combinations(range(5), 2)
    seen = Counter(dict.fromkeys(pairs, 0))
    for seed in range(400):
        _, val = split_indices(5, 0.4, _generator(seed))
        seen[tuple(sorted(val.tolist()))] += 1
    # 40 of each are expected, give or take 6: this is five times that.
    unlikely = {pair: times for pair, times in seen.items() if not 10 <= times <= 70}
    assert_equal(unlikely, {}, what="validation sets of 400 that came up too rarely or too often")


@pytest.mark.parametrize(
    "val_fraction", [-0.1, 1.1, 20, math.nextafter(1, 2), -1e-9, math.nan, math.inf, -math.inf]
)
@pytest.mark.parametrize("n_samples", [10, 0])
def test_a_fraction_is_between_0_and_1(n_samples, val_fraction):
    """A val_fraction outside [0, 1], or NaN, raises a ValueError that names it."""
    with assert_raises(ValueError, ("val_fraction", val_fraction)):
        split_indices(n_samples, val_fraction)


def _generator(seed):
    return torch.Generator().manual_seed(seed)


def _validation_set(generator):
    """Half of 100 samples, in no order: two that agree by chance are not to be expected."""
    _, val = split_indices(100, 0.5, generator)
    return set(val.tolist())
