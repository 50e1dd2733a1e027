"""Noise, last of all (§12.6.1): anew each time, and never in the crop itself."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch12_metrics.noise_augmentation import augment

NOISE = 25.0  # Hounsfield units, as in the book
each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])


@pytest.mark.parametrize("hu", [None, -1000, 0, 3000], ids=["a crop", "air", "water", "metal"])
def test_every_voxel_has_noise_of_its_own(hu):
    """The noise is normal, of mean 0 and standard deviation 25, in every voxel another."""
    crop = _crop((16, 24, 24))
    if hu is not None:
        crop.fill_(hu)
    noise = (augment(crop, _flip, NOISE, _seeded(), True) - _flip(crop)).double()
    _assert_near(noise.mean(), 0, 1.0, "mean of the noise")
    _assert_near(noise.std(), 25, 0.8, "standard deviation of the noise")
    within = (noise.abs() < 25).double().mean()
    _assert_near(within, 0.683, 0.02, "share within one standard deviation")
    _assert_near(_correlation(noise), 0, 0.05, "correlation of neighbours")


def test_resampling_does_not_smooth_the_noise():
    """Where resampling averages neighbours, the noise that is added after it is as strong."""
    crop = _crop((16, 24, 24))
    noise = (augment(crop, _blur, NOISE, _seeded(), True) - _blur(crop)).double()
    _assert_near(noise.std(), 25, 0.8, "standard deviation of the noise")
    _assert_near(_correlation(noise), 0, 0.05, "correlation of neighbours")


@each_dtype
@pytest.mark.parametrize("noise", [0.0, NOISE])
def test_it_is_the_resampled_crop(dtype, noise):
    """Shape and dtype are those of what resample returns; without noise its values, too."""
    crop = _crop((3, 4, 5)).to(dtype)
    actual = augment(crop, _half, noise, _seeded(), True)
    form = list(actual.shape), actual.dtype
    assert_equal(form, ([3, 4, 2], torch.bfloat16), what="shape, dtype")
    if noise == 0:
        assert_close(actual, _half(crop))


@each_dtype
@pytest.mark.parametrize("way", ["itself", "a view", "a copy"])
@pytest.mark.parametrize("training", [True, False], ids=["training", "validation"])
def test_the_crop_stays_as_it_is(dtype, way, training):
    """The crop, which a cache holds, is not changed, also where resample returns it or a view."""
    ways = {"itself": lambda it: it, "a view": lambda it: it.mT, "a copy": _flip}
    crop = _crop((3, 4, 5)).to(dtype)
    with assert_untouched(crop):
        augment(crop, ways[way], NOISE, _seeded(), training)


def test_the_noise_is_another_one_each_time():
    """From call to call the noise differs; seeded alike, the same comes again."""
    crop, generator = _crop((3, 4, 5)), _seeded()
    first, second = (augment(crop, _flip, NOISE, generator, True) for _ in range(2))
    assert_equal(torch.equal(first, second), False, what="whether the second is as the first")
    again = augment(crop, _flip, NOISE, _seeded(), True)
    assert_equal(torch.equal(first, again), True, what="whether it comes again, seeded alike")


def test_validation_is_left_alone():
    """For validation the crop comes back as it is: not resampled, without noise, none drawn."""
    crop, generator = _crop((3, 4, 5)), _seeded()
    before = generator.get_state()
    assert_close(augment(crop, _flip, NOISE, generator, False), crop.clone())
    drawn = not torch.equal(generator.get_state(), before)
    assert_equal(drawn, False, what="whether random numbers were drawn")


def _crop(shape):
    """Hounsfield units, no two neighbours alike."""
    return (torch.arange(torch.Size(shape).numel()) * 37 % 1400 - 1000).float().reshape(shape)


def _flip(crop):
    return crop.flip(-1)


def _blur(crop):
    return (crop + crop.roll(1, -1) + crop.roll(-1, -1)) / 3


def _half(crop):
    """Every other column, in bfloat16: another shape, another dtype."""
    return crop[..., 1::2].to(torch.bfloat16, copy=True)


def _correlation(noise):
    one, other = noise[..., :-1].flatten(), noise[..., 1:].flatten()
    return torch.corrcoef(torch.stack([one, other]))[0, 1]


def _seeded():
    return torch.Generator().manual_seed(0)


def _assert_near(actual, expected, tolerance, what):
    __tracebackhide__ = True
    expected = torch.tensor(float(expected), dtype=torch.float64)
    assert_close(actual, expected, rtol=0, atol=tolerance, what=what)
