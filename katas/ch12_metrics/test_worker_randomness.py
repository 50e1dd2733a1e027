"""Random numbers in workers (§12.6.1): others in each, and in each epoch, yet repeatable."""

import multiprocessing
import warnings

import pytest
import torch
from torch.utils.data import DataLoader

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch12_metrics.worker_randomness import NoisyDataset

FORK = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
N_SAMPLES = 6


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_a_sample_has_noise_around_it(dtype):
    """The noise is normal, another number in each element, of the dtype of the samples."""
    samples = (torch.arange(2 * 5000) % 97).to(dtype).reshape(2, 100, 50)
    dataset = NoisyDataset(samples, 25.0)
    assert_equal(len(dataset), 2, what="len")
    for index in (0, 1):
        sample = dataset[index]
        form = list(sample.shape), sample.dtype
        assert_equal(form, ([100, 50], dtype), what="shape, dtype of a sample")
        noise = sample.double() - samples[index].double()
        _assert_near(noise.mean(), 0, 1.5, "mean of the noise")
        _assert_near(noise.std(), 25, 1.0, "standard deviation of the noise")
        within = (noise.abs() < 25).double().mean()
        _assert_near(within, 0.683, 0.03, "share within one standard deviation")


def test_the_samples_do_not_change():
    """However often a sample is asked for, the noise is not added to what is kept."""
    samples = torch.zeros(3, 4)
    dataset = NoisyDataset(samples, 2.0)
    for _ in range(400):
        last = dataset[1]
    assert_close(samples, torch.zeros(3, 4), what="the samples, afterwards")
    assert_equal(bool(last.abs().max() < 12), True, what="whether the last noise is as the first")


def test_without_workers():
    """Without workers each noise is another one, and torch.manual_seed has them all come again."""
    loader = _loader(n_workers=0)
    first, second, again = _twice(loader), _twice(loader), _twice(loader)
    assert_equal(len(torch.cat([first, second]).unique(dim=0)), 4 * N_SAMPLES, what="noises")
    assert_equal(torch.equal(second, again), False, what="whether the last epochs are alike")
    torch.default_generator.manual_seed(5)
    first = _twice(loader)
    torch.default_generator.manual_seed(5)
    again = _twice(loader)
    assert_equal(torch.equal(first, again), True, what="whether both epochs come again")


def test_in_each_worker_and_in_each_epoch():
    """With two workers, each noise of two epochs is another one."""
    epochs = _twice(_loader(n_workers=2))
    for n, epoch in enumerate(epochs.split(N_SAMPLES)):
        assert_equal(len(epoch.unique(dim=0)), N_SAMPLES, what=f"noises in epoch {n} of 2 workers")
    assert_equal(len(epochs.unique(dim=0)), 2 * N_SAMPLES, what="noises in both epochs")


def test_the_generator_of_the_loader_decides():
    """With workers, a DataLoader whose generator is seeded alike has the same noise again."""
    first, again, other = (_epoch(_loader(n_workers=1, seed=seed)) for seed in (3, 3, 4))
    assert_equal(torch.equal(first, again), True, what="whether it comes again, seeded alike")
    assert_equal(torch.equal(first, other), False, what="whether it comes again, seeded otherwise")


def _loader(n_workers, seed=0):
    """Batches of one sample, which is nothing but noise."""
    return DataLoader(
        NoisyDataset(torch.zeros(N_SAMPLES, 3), 25.0),
        batch_size=None,
        num_workers=n_workers,
        generator=torch.Generator().manual_seed(seed),
        multiprocessing_context=FORK if n_workers else None,
    )


def _epoch(loader):
    with warnings.catch_warnings():
        # Since 3.12 Python warns of a fork beside threads; the workers wait for none of them.
        warnings.simplefilter("ignore", DeprecationWarning)
        return torch.stack(list(loader))


def _twice(loader):
    return torch.cat([_epoch(loader), _epoch(loader)])


def _assert_near(actual, expected, tolerance, what):
    __tracebackhide__ = True
    expected = torch.tensor(float(expected), dtype=torch.float64)
    assert_close(actual, expected, rtol=0, atol=tolerance, what=what)
