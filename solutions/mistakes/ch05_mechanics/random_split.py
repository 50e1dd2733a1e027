"""Known wrong answers to ch05_mechanics/random_split."""

import math
import random

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("split_indices")
def minus_zero(n_samples, val_fraction, generator=None):
    """You cut at -n_val. When n_val is 0 that is the same as 0: training gets nothing, and
    validation everything. Count from the front, with n_samples - n_val."""
    _check(val_fraction)
    n_val = int(val_fraction * n_samples)
    shuffled = torch.randperm(n_samples, generator=generator)
    return shuffled[:-n_val], shuffled[-n_val:]


@instead_of("split_indices")
def not_shuffled(n_samples, val_fraction, generator=None):
    """You took the last samples for validation, every time. Data often comes in order, by class or
    by time, and each side then sees its own kind only: shuffle first, then cut."""
    _check(val_fraction)
    return _cut(torch.arange(n_samples), val_fraction)


@instead_of("split_indices")
def two_permutations(n_samples, val_fraction, generator=None):
    """You shuffled once for training, once more for validation. Samples then turn up on both
    sides: cut one permutation in two."""
    _check(val_fraction)
    train, _ = _cut(torch.randperm(n_samples, generator=generator), val_fraction)
    _, val = _cut(torch.randperm(n_samples, generator=generator), val_fraction)
    return train, val


@instead_of("split_indices")
def drawn_with_replacement(n_samples, val_fraction, generator=None):
    """You drew each index by itself, so some come twice and others never. A permutation holds
    each of them once."""
    _check(val_fraction)
    drawn = torch.randint(max(n_samples, 1), (n_samples,), generator=generator)
    return _cut(drawn, val_fraction)


@instead_of("split_indices")
def training_on_everything(n_samples, val_fraction, generator=None):
    """You gave training all the samples. Validation then measures what was learned by heart:
    leave its samples out of training."""
    _check(val_fraction)
    shuffled = torch.randperm(n_samples, generator=generator)
    return shuffled, _cut(shuffled, val_fraction)[1]


@instead_of("split_indices")
def counted_from_one(n_samples, val_fraction, generator=None):
    """You counted from 1. Indices run from 0 to n_samples - 1."""
    _check(val_fraction)
    return _cut(torch.randperm(n_samples, generator=generator) + 1, val_fraction)


@instead_of("split_indices")
def validation_first(n_samples, val_fraction, generator=None):
    """You returned validation first. Training comes first, then validation."""
    _check(val_fraction)
    return _cut(torch.randperm(n_samples, generator=generator), val_fraction)[::-1]


@instead_of("split_indices")
def rounded_to_the_nearest(n_samples, val_fraction, generator=None):
    """You rounded the size of validation to the nearest number. It is int(val_fraction *
    n_samples), which rounds down."""
    _check(val_fraction)
    n_val = round(val_fraction * n_samples)
    return _cut_at(torch.randperm(n_samples, generator=generator), n_samples - n_val)


@instead_of("split_indices")
def rounded_up(n_samples, val_fraction, generator=None):
    """You rounded the size of validation up. It is int(val_fraction * n_samples), which rounds
    down."""
    _check(val_fraction)
    n_val = math.ceil(val_fraction * n_samples)
    return _cut_at(torch.randperm(n_samples, generator=generator), n_samples - n_val)


@instead_of("split_indices")
def training_rounded_down(n_samples, val_fraction, generator=None):
    """You rounded the size of training down. It is validation whose size is int(val_fraction *
    n_samples); training gets the rest."""
    _check(val_fraction)
    n_train = int((1 - val_fraction) * n_samples)
    return _cut_at(torch.randperm(n_samples, generator=generator), n_train)


@instead_of("split_indices")
def the_size_in_float32(n_samples, val_fraction, generator=None):
    """You computed the size of validation with a tensor, in float32. 0.29 * 100 is 29 there and
    28.999999999999996 for Python: use plain numbers, as in int(val_fraction * n_samples)."""
    _check(val_fraction)
    n_val = int(torch.tensor(val_fraction, dtype=torch.float32) * n_samples)
    return _cut_at(torch.randperm(n_samples, generator=generator), n_samples - n_val)


@instead_of("split_indices")
def at_least_one_for_validation(n_samples, val_fraction, generator=None):
    """You gave validation one sample at least. int(val_fraction * n_samples) may be 0: what that
    means is for the caller to decide."""
    _check(val_fraction)
    n_val = min(max(int(val_fraction * n_samples), 1), n_samples)
    return _cut_at(torch.randperm(n_samples, generator=generator), n_samples - n_val)


@instead_of("split_indices")
def a_coin_for_each_sample(n_samples, val_fraction, generator=None):
    """You tossed a coin for each sample, so the size of validation is itself a matter of chance.
    Cut a permutation at int(val_fraction * n_samples)."""
    _check(val_fraction)
    heads = torch.rand(n_samples, generator=generator) < val_fraction
    return (~heads).nonzero().flatten(), heads.nonzero().flatten()


@instead_of("split_indices")
def no_samples_no_permutation(n_samples, val_fraction, generator=None):
    """You refused to split nothing. No samples give two empty sides."""
    _check(val_fraction)
    if n_samples < 1:
        raise ValueError(f"n_samples must be positive, not {n_samples}")
    return _cut(torch.randperm(n_samples, generator=generator), val_fraction)


@instead_of("split_indices")
def empty_sides_are_float(n_samples, val_fraction, generator=None):
    """You made tensors from lists. An empty list says nothing of its dtype, so an empty side
    comes out as float32: pass dtype=torch.int64."""
    _check(val_fraction)
    shuffled = torch.randperm(n_samples, generator=generator)
    train, val = _cut(shuffled, val_fraction)
    return torch.tensor(train.tolist()), torch.tensor(val.tolist())


@instead_of("split_indices")
def int32_indices(n_samples, val_fraction, generator=None):
    """You returned int32. Indices are int64 in torch."""
    _check(val_fraction)
    order = torch.randperm(n_samples, generator=generator, dtype=torch.int32)
    return _cut(order, val_fraction)


@instead_of("split_indices")
def lists_of_numbers(n_samples, val_fraction, generator=None):
    """You returned lists. The indices are tensors of int64, which index other tensors."""
    _check(val_fraction)
    train, val = _cut(torch.randperm(n_samples, generator=generator), val_fraction)
    return train.tolist(), val.tolist()


@instead_of("split_indices")
def the_generator_forgotten(n_samples, val_fraction, generator=None):
    """You left the generator out. Hand it on to randperm, or the caller cannot repeat the
    split."""
    _check(val_fraction)
    return _cut(torch.randperm(n_samples), val_fraction)


@instead_of("split_indices")
def one_seed_for_ever(n_samples, val_fraction, generator=None):
    """You fixed the seed inside. Every caller gets one and the same split, whatever generator
    comes in: let the generator decide."""
    _check(val_fraction)
    generator = torch.Generator().manual_seed(0)
    return _cut(torch.randperm(n_samples, generator=generator), val_fraction)


@instead_of("split_indices")
def a_new_generator_for_none(n_samples, val_fraction, generator=None):
    """You made a new generator when none was given. A new generator always starts from the same
    seed, and torch.manual_seed means nothing to it: hand None on as it is."""
    _check(val_fraction)
    generator = torch.Generator() if generator is None else generator
    return _cut(torch.randperm(n_samples, generator=generator), val_fraction)


@instead_of("split_indices")
def a_random_seed_for_none(n_samples, val_fraction, generator=None):
    """You seeded from the clock when no generator was given. torch.manual_seed then cannot repeat
    the split: hand None on as it is."""
    _check(val_fraction)
    if generator is None:
        generator = torch.Generator()
        generator.seed()
    return _cut(torch.randperm(n_samples, generator=generator), val_fraction)


@instead_of("split_indices")
def the_global_generator_reseeded(n_samples, val_fraction, generator=None):
    """You seeded torch's global generator. Everybody else's random numbers start over with it:
    hand the generator on to randperm."""
    _check(val_fraction)
    if generator is not None:
        torch.manual_seed(torch.randint(2**62, (), generator=generator).item())
    return _cut(torch.randperm(n_samples), val_fraction)


@instead_of("split_indices")
def seed_instead_of_state(n_samples, val_fraction, generator=None):
    """You started over from the generator's seed. What it has drawn since is part of its state:
    hand the generator itself on to randperm."""
    _check(val_fraction)
    if generator is not None:
        generator = torch.Generator().manual_seed(generator.initial_seed())
    return _cut(torch.randperm(n_samples, generator=generator), val_fraction)


@instead_of("split_indices")
def python_shuffles(n_samples, val_fraction, generator=None):
    """You let Python's random shuffle. torch's generators have no say in that: use
    torch.randperm."""
    _check(val_fraction)
    order = list(range(n_samples))
    random.shuffle(order)
    return _cut(torch.tensor(order, dtype=torch.int64), val_fraction)


@instead_of("split_indices")
def python_seeded_for_all(n_samples, val_fraction, generator=None):
    """You seeded Python's global random. Everybody else's random numbers start over with it: use
    torch.randperm with the generator."""
    _check(val_fraction)
    random.seed(torch.randint(2**62, (), generator=generator).item())
    order = random.sample(range(n_samples), n_samples)
    return _cut(torch.tensor(order, dtype=torch.int64), val_fraction)


@instead_of("split_indices")
def a_block_from_anywhere(n_samples, val_fraction, generator=None):
    """You cut one block of neighbours out, at a random place. Neighbours are often alike: choose
    each sample independently, by a permutation."""
    _check(val_fraction)
    start = torch.randint(max(n_samples, 1), (), generator=generator).item()
    return _cut(torch.arange(n_samples).roll(start), val_fraction)


@instead_of("split_indices")
def the_first_never_validates(n_samples, val_fraction, generator=None):
    """You kept sample 0 out of the shuffle, so it is always for training. Every index may land on
    either side."""
    _check(val_fraction)
    shuffled = torch.randperm(max(n_samples - 1, 0), generator=generator) + 1
    return _cut(torch.cat([torch.arange(min(n_samples, 1)), shuffled]), val_fraction)


@instead_of("split_indices")
def nan_slips_through(n_samples, val_fraction, generator=None):
    """You asked whether the fraction is below 0 or above 1. NaN is neither: ask whether it lies
    between, and refuse what does not."""
    if val_fraction < 0 or val_fraction > 1:
        raise ValueError(f"val_fraction must be between 0 and 1, not {val_fraction}")
    return _cut(
        torch.randperm(n_samples, generator=generator),
        0.0 if _is_nan(val_fraction) else val_fraction,
    )


@instead_of("split_indices")
def unchecked(n_samples, val_fraction, generator=None):
    """You did not check val_fraction. Slices forgive everything, so a wrong one stays unseen:
    raise a ValueError that names it."""
    n_val = 0 if _is_nan(val_fraction) else int(max(min(val_fraction, 1), 0) * n_samples)
    return _cut_at(torch.randperm(n_samples, generator=generator), n_samples - n_val)


@instead_of("split_indices")
def both_ends_refused(n_samples, val_fraction, generator=None):
    """You refused 0 or 1. Both are fractions: one leaves validation empty, the other training."""
    if not 0 < val_fraction < 1:
        raise ValueError(f"val_fraction must be between 0 and 1, not {val_fraction}")
    return _cut(torch.randperm(n_samples, generator=generator), val_fraction)


@instead_of("split_indices")
def an_error_without_a_name(n_samples, val_fraction, generator=None):
    """Your error does not say what is wrong. Name val_fraction: whoever reads the message has to
    find it."""
    if not 0 <= val_fraction <= 1:
        raise ValueError("out of range")
    return _cut(torch.randperm(n_samples, generator=generator), val_fraction)


@instead_of("split_indices")
def asserted(n_samples, val_fraction, generator=None):
    """You used assert. It vanishes under python -O, and raises AssertionError: raise a
    ValueError."""
    assert 0 <= val_fraction <= 1, f"val_fraction {val_fraction}"
    return _cut(torch.randperm(n_samples, generator=generator), val_fraction)


def _check(val_fraction):
    if not 0 <= val_fraction <= 1:
        raise ValueError(f"val_fraction must be between 0 and 1, not {val_fraction}")


def _is_nan(number):
    return number != number


def _cut(order, val_fraction):
    return _cut_at(order, len(order) - int(val_fraction * len(order)))


def _cut_at(order, n_train):
    return order[:n_train], order[n_train:]
