"""Noisy copies of the training data (§5.5.3): more samples, and none that leaks."""

import pytest
import torch

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.augmentation import augment, augmented_split


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
@pytest.mark.parametrize(
    ("shape", "n_copies"),
    [((11,), 3), ((1,), 2), ((3, 1), 1), ((4, 3, 2), 2), ((2,), 0), ((0, 2), 2)],
)
def test_whole_copies_follow_the_samples(device, dtype, shape, n_copies):
    """Without noise the inputs are the samples in their order, 1 + n_copies times over."""
    t_u = _distinct(shape, device, dtype).mT if len(shape) > 2 else _distinct(shape, device, dtype)
    t_c = torch.arange(len(t_u), device=device)
    inputs, targets = augment(t_u, t_c, n_copies, 0.0)
    of_sample = [i for _ in range(1 + n_copies) for i in range(len(t_u))]
    of_sample = torch.tensor(of_sample, device=device, dtype=torch.int64)
    assert_close(inputs, t_u[of_sample], rtol=0, atol=0, what="the inputs")
    assert_close(targets, of_sample, what="the targets")


def test_only_the_inputs_of_the_copies_are_noisy(device, dtype):
    """The samples themselves come first, exactly as they were, and no target has noise in it."""
    t_u, t_c = thermometer(device, dtype)
    t_c = t_c[:, None]
    inputs, targets = augment(t_u, t_c, 3, 0.5)
    assert_close(inputs[:11], t_u, rtol=0, atol=0, what="the first 11 inputs")
    assert_close(targets, torch.cat([t_c, t_c, t_c, t_c]), rtol=0, atol=0, what="the targets")
    assert_equal(_n_alike(inputs[11:], t_u.repeat(3)), 0, what="copies without noise")


@pytest.mark.parametrize("noise_std", [0.3, 5.0])
def test_the_noise_is_gaussian(device, dtype, noise_std):
    """Noise has mean 0, deviation noise_std, and now and then a draw beyond two or three times."""
    t_u = torch.linspace(-1, 1, 2000, device=device, dtype=dtype)
    inputs, _ = augment(t_u, t_u, 5, noise_std)
    noise = (inputs[2000:] - t_u.repeat(5)) / noise_std
    beyond_2, beyond_3 = ((noise.abs() > bound).to(dtype).mean() for bound in (2, 3))
    none, one, tail, end = torch.tensor([0, 1, 0.0455, 0.0027], device=device, dtype=dtype)
    # Each bound is five times what chance alone does to 10000 draws.
    assert_close(noise.mean(), none, rtol=0, atol=0.05, what="the mean, over noise_std")
    assert_close(noise.std(), one, rtol=0, atol=0.035, what="the deviation, over noise_std")
    assert_close(beyond_2, tail, rtol=0, atol=0.0105, what="the share beyond 2 * noise_std")
    assert_close(beyond_3, end, rtol=0, atol=0.0026, what="the share beyond 3 * noise_std")


def test_every_element_of_every_copy_has_its_own_noise(device):
    """No draw is used twice: not for two copies, not for two samples, not for two features."""
    t_u = torch.zeros(4, 3, device=device, dtype=torch.float64)
    inputs, _ = augment(t_u, torch.arange(4, device=device), 5, 1.0)
    assert_equal(inputs[4:].unique().numel(), 60, what="how many of 60 draws differ")


def test_noise_comes_from_the_generator(device, dtype):
    """The same generator state gives the same noise; a second call draws on; no other is used."""
    t_u, t_c = thermometer(device, dtype)
    generator = torch.Generator(device).manual_seed(3)
    with assert_untouched(t_u, t_c):  # and torch's global generator
        first, _ = augment(t_u, t_c, 2, 0.5, generator)
        second, _ = augment(t_u, t_c, 2, 0.5, generator)
    again, _ = augment(t_u, t_c, 2, 0.5, torch.Generator(device).manual_seed(3))
    other, _ = augment(t_u, t_c, 2, 0.5, torch.Generator(device).manual_seed(4))
    assert_close(again, first, rtol=0, atol=0, what="the inputs from the same seed")
    assert_equal(_n_alike(first[11:], second[11:]), 0, what="noise alike in two calls")
    assert_equal(_n_alike(first[11:], other[11:]), 0, what="noise alike for two seeds")


def test_without_a_generator_torch_s_own_is_used(device):
    """For None, torch.manual_seed decides: the same seed, the same noise, and only then."""
    t_u, t_c = thermometer(device, torch.float64)
    drawn = []
    for seed in (3, 3, 4):
        torch.manual_seed(seed)
        drawn.append(augment(t_u, t_c, 1, 0.5)[0][11:])
    drawn.append(augment(t_u, t_c, 1, 0.5)[0][11:])
    first, again, other, next_after_other = drawn
    assert_close(again, first, rtol=0, atol=0, what="the inputs from the same seed")
    assert_equal(_n_alike(first, other), 0, what="noise alike for two seeds")
    assert_equal(_n_alike(other, next_after_other), 0, what="noise alike in two calls")


@pytest.mark.parametrize("n_copies", [0, 2])
def test_the_data_are_untouched(device, n_copies):
    """Noise goes into new tensors: t_u and t_c stay as they were measured."""
    t_u, t_c = thermometer(device, torch.float64)
    generator = torch.Generator(device).manual_seed(3)
    with assert_untouched(t_u, t_c):
        _, targets = augment(t_u, t_c, n_copies, 0.5, generator)
    assert_equal(len(targets), 11 * (1 + n_copies), what="the number of targets")


@pytest.mark.parametrize(
    ("n_inputs", "n_targets", "n_copies", "noise_std"),
    [(11, 11, -1, 0.5), (11, 11, 2, -0.5), (11, 7, 2, 0.5), (7, 11, 2, 0.5), (11, 1, 2, 0.5)],
    ids=["copies", "noise", "fewer targets", "more targets", "one target"],
)
def test_what_makes_no_sense_is_refused(device, n_inputs, n_targets, n_copies, noise_std):
    """A negative n_copies or noise_std is a ValueError; so are 11 inputs and 7 targets."""
    t_u, t_c = thermometer(device, torch.float32)
    with assert_raises(ValueError):
        augment(t_u[:n_inputs], t_c[:n_targets], n_copies, noise_std)


TRAIN, VAL = [9, 6, 5, 8, 4, 7, 0, 1, 3], [2, 10]  # the split that §5.5.3 prints


@pytest.mark.parametrize(
    ("train", "val"),
    [(TRAIN, VAL), ([0, 7], [9, 3, 6, 1]), (TRAIN, []), ([], VAL)],
    ids=["book", "some in any order", "no val", "no train"],
)
def test_no_copy_crosses_the_split(device, dtype, train, val):
    """Copies are of training samples alone; the validation set is its samples, each once."""
    t_u, t_c = thermometer(device, dtype)
    t_u = torch.stack([t_u, -t_u], dim=1)
    expected = [t_u[train * 3], t_c[train * 3], t_u[val], t_c[val]]
    sets = augmented_split(t_u, t_c, _indices(train, device), _indices(val, device), 2, 0.0)
    assert_equal(len(sets), 4, what="the number of tensors")
    names = ["train_t_u", "train_t_c", "val_t_u", "val_t_c"]
    for name, actual, wanted in zip(names, sets, expected, strict=True):
        assert_close(actual, wanted, rtol=0, atol=0, what=name)


def test_validation_data_have_no_noise(device, dtype):
    """Copies in the training set have noise of noise_std; validation samples are as measured."""
    t_u, t_c = thermometer(device, dtype)
    train, val = _indices(TRAIN, device), _indices(VAL, device)
    train_t_u, train_t_c, val_t_u, val_t_c = augmented_split(t_u, t_c, train, val, 400, 0.5)
    assert_close(val_t_u, t_u[val], rtol=0, atol=0, what="val_t_u")
    assert_close(val_t_c, t_c[val], rtol=0, atol=0, what="val_t_c")
    assert_close(train_t_u[:9], t_u[train], rtol=0, atol=0, what="the samples in train_t_u")
    assert_close(train_t_c, t_c[train].repeat(401), rtol=0, atol=0, what="train_t_c")
    std = (train_t_u[9:] - t_u[train].repeat(400)).std()
    # Again five times what chance would do.
    half = torch.tensor(0.5, device=device, dtype=dtype)
    assert_close(std, half, rtol=0, atol=0.03, what="the standard deviation of the noise")


def test_the_split_draws_from_its_generator(device):
    """The generator is handed on, whether one or None; the arguments are untouched."""
    t_u, t_c = thermometer(device, torch.float64)
    train, val = _indices(TRAIN, device), _indices(VAL, device)
    drawn = []
    for seed in (3, 3, 4):
        generator = torch.Generator(device).manual_seed(seed)
        with assert_untouched(t_u, t_c, train, val):
            sets = augmented_split(t_u, t_c, train, val, 2, 0.5, generator)
        drawn.append(sets[0][9:])
    drawn += [augmented_split(t_u, t_c, train, val, 2, 0.5)[0][9:] for _ in range(2)]
    first, again, other, without, without_again = drawn
    assert_close(again, first, rtol=0, atol=0, what="train_t_u from the same seed")
    assert_equal(_n_alike(first, other), 0, what="noise alike for two seeds")
    assert_equal(_n_alike(without, without_again), 0, what="noise alike without a generator")


def _distinct(shape, device, dtype):
    """A tensor in which no two elements are alike, so that no mix-up goes unseen."""
    n_elements = torch.Size(shape).numel()
    return torch.arange(1, n_elements + 1, device=device, dtype=dtype).reshape(shape)


def _indices(indices, device):
    return torch.tensor(indices, device=device, dtype=torch.int64)


def _n_alike(a, b):
    return int((a == b).sum())
