"""Dataset protocol (§7.1.2, §10.5): a length, items by index, a transform at each access."""

import operator
import pickle
from itertools import islice

import pytest
import torch
from torch.utils.data import DataLoader

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch10_datasets.dataset_protocol import ArrayDataset

ANIMALS = ("cat", "dog", "eel")
CALLS = ("meow", "woof", "blub")


@pytest.mark.parametrize("n_samples", [0, 1, 5])
def test_its_length_is_the_number_of_samples(n_samples):
    """len(dataset) is the number of samples, 0 included."""
    dataset = ArrayDataset(list(range(n_samples)), [0] * n_samples)
    assert_equal(len(dataset), n_samples, what="len")


@pytest.mark.parametrize("index", range(-3, 3))
@pytest.mark.parametrize(
    ("samples", "targets"),
    [(list(ANIMALS), list(CALLS)), (ANIMALS, range(7, 4, -1)), (range(3), "owl")],
    ids=["lists", "tuple and range", "range and str"],
)
def test_an_index_means_what_it_means_for_a_list(samples, targets, index):
    """dataset[i] is the tuple (samples[i], targets[i]); a negative i counts from the end."""
    expected = list(zip(samples, targets, strict=True))[index]
    _assert_item(ArrayDataset(samples, targets)[index], expected)


@pytest.mark.parametrize(
    ("n_samples", "index"), [(3, 3), (3, 4), (3, -4), (3, -7), (1, 1), (1, -2), (0, 0), (0, -1)]
)
@pytest.mark.parametrize("kind", [list, torch.tensor], ids=["list", "tensor"])
def test_past_either_end_is_an_index_error(kind, n_samples, index):
    """An index from len on, or below -len, raises IndexError."""
    samples = list(range(n_samples))
    dataset = ArrayDataset(kind(samples), kind(samples), transform=operator.neg)
    with assert_raises(IndexError):
        dataset[index]


@pytest.mark.parametrize("kind", [list, torch.tensor], ids=["list", "tensor"])
def test_a_plain_for_ends(kind):
    """A for over the dataset meets every sample once, then ends; the next for begins anew."""
    dataset = ArrayDataset(kind([4, 2, 9]), kind([1, 0, 1]))
    for _epoch in range(2):
        items = [(int(sample), int(target)) for sample, target in islice(dataset, 7)]
        assert_equal(items, [(4, 1), (2, 0), (9, 1)], what="the items")


@pytest.mark.parametrize(("n_samples", "n_targets"), [(3, 2), (2, 3), (0, 4), (4, 0)])
@pytest.mark.parametrize("kind", [list, torch.tensor], ids=["list", "tensor"])
def test_lengths_that_differ_are_refused(kind, n_samples, n_targets):
    """More samples than targets, or fewer, are refused: ValueError, and it names both lengths."""
    samples, targets = [10] * n_samples, [10] * n_targets
    with assert_raises(ValueError, n_samples, n_targets):
        ArrayDataset(kind(samples), kind(targets))


def test_the_transform_is_applied_at_each_access_only():
    """The transform runs on one sample each time that sample is asked for, never before."""
    seen = []

    def transform(sample):
        seen.append(sample)
        return f"{sample} {len(seen)}"

    dataset = ArrayDataset(list(ANIMALS), list(CALLS), transform=transform)
    assert_equal(len(dataset), 3, what="len")
    assert_equal(seen, [], what="what the transform was given before any access")
    _assert_item(dataset[1], ("dog 1", "woof"), what="dataset[1]")
    _assert_item(dataset[1], ("dog 2", "woof"), what="dataset[1], asked for again")
    _assert_item(dataset[-1], ("eel 3", "blub"), what="dataset[-1]")
    assert_equal(seen, ["dog", "dog", "eel"], what="what the transform was given")


@pytest.mark.parametrize("index", [0, 1, 2, -1])
def test_the_transform_is_for_the_sample_only(index):
    """What the transform makes of a sample is in the item, be it 0; the target stays as it is."""
    samples, targets = [2, 0, 5], [3, 2, 0]
    dataset = ArrayDataset(samples, targets, transform=_minus_two)
    _assert_item(dataset[index], (samples[index] - 2, targets[index]))


def test_only_none_means_no_transform():
    """A transform that counts as false, such as one with a length of 0, is applied all the same."""
    dataset = ArrayDataset(list(ANIMALS), list(CALLS), transform=_CountsAsFalse())
    _assert_item(dataset[0], ("cat, transformed", "meow"))


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16, torch.uint8])
@pytest.mark.parametrize("index", [1, -1])
def test_images_come_out_as_they_went_in(device, dtype, index):
    """An item keeps the shape, dtype, device of the stored sample, which stays as it was."""
    samples = torch.arange(3 * 2 * 4 * 5, device=device).to(dtype).reshape(3, 2, 5, 4).mT
    targets = torch.tensor([1, 0, 1], device=device)
    with assert_untouched(samples, targets):
        plain, target = ArrayDataset(samples, targets)[index]
        negative, _ = ArrayDataset(samples, targets, transform=torch.neg)[index]
    assert_close(plain, samples[index])
    assert_close(negative, -samples[index])
    assert_close(target, targets[index])


def test_two_datasets_share_nothing():
    """Side by side, each dataset has samples, targets, a transform of its own."""
    training = ArrayDataset(["ant", "bee"], [0, 1], transform=str.upper)
    validation = ArrayDataset(list(ANIMALS), list(CALLS))
    assert_equal((len(training), len(validation)), (2, 3), what="both lengths")
    _assert_item(training[-1], ("BEE", 1), what="the last item of the first")
    _assert_item(validation[-1], ("eel", "blub"), what="the last item of the second")


@pytest.mark.parametrize("transform", [None, str.upper], ids=["no transform", "str.upper"])
def test_it_can_be_pickled(transform):
    """A worker process gets its copy by pickle: keep no lambda, local function, open file."""
    dataset = ArrayDataset(list(ANIMALS), list(CALLS), transform=transform)
    items = [tuple(dataset[index]) for index in (0, 1, -1)]
    copy = pickle.loads(pickle.dumps(dataset))
    assert_equal(len(copy), 3, what="len of the copy")
    copied = [tuple(copy[index]) for index in (0, 1, -1)]
    assert_equal(copied, items, what="the items of the copy")


@pytest.mark.parametrize("shuffle", [False, True], ids=["in order", "shuffled"])
def test_a_data_loader_makes_batches_of_it(device, dtype, shuffle):
    """Batches of five samples hold 2, 2, 1, each sample once, beside its own target."""
    samples = torch.tensor([[3, 1], [4, 1], [5, 9], [2, 6], [5, 3]], device=device, dtype=dtype)
    targets = torch.tensor([4, 0, 3, 1, 2], device=device)
    dataset = ArrayDataset(samples, targets, transform=torch.neg)
    generator = torch.Generator().manual_seed(1)
    loader = DataLoader(dataset, batch_size=2, shuffle=shuffle, generator=generator)
    batches = list(loader)
    assert_equal([len(batch) for batch, _ in batches], [2, 2, 1], what="the sizes of the batches")
    given = torch.cat([labels for _, labels in batches])
    assert_close(given.sort().values, torch.arange(5, device=device))
    place = targets.argsort()[given]
    assert_close(torch.cat([batch for batch, _ in batches]), -samples[place])


def _assert_item(item, expected, what="the item"):
    __tracebackhide__ = True
    kind = "tuple" if isinstance(item, tuple) else type(item).__name__
    assert_equal(kind, "tuple", what=f"the type of {what}")
    assert_equal(tuple(item), expected, what=what)


def _minus_two(sample):
    return sample - 2


class _CountsAsFalse:
    def __len__(self):
        return 0

    def __call__(self, sample):
        return f"{sample}, transformed"
