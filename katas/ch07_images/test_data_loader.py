"""A data loader (§7.2.6): which samples make a batch, epoch after epoch."""

from itertools import permutations

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.forbidding import forbid_code_of
from katas.ch07_images.data_loader import DataLoader


class _Numbered:
    """A data set whose images and labels tell where they stand, and that keeps what it is asked."""

    def __init__(self, n_samples, device="cpu", dtype=torch.float32):
        self.n_samples = n_samples
        self.settings = {"device": device, "dtype": dtype}
        self.asked = []

    def __len__(self):
        return self.n_samples

    def __getitem__(self, index):
        self.asked.append(index)
        if index not in range(self.n_samples):
            raise KeyError(index)
        img = torch.arange(6, **self.settings).reshape(1, 2, 3) + 10 * int(index)
        return img, 100 + int(index)


sizes = pytest.mark.parametrize(
    ("n_samples", "batch_size", "drop_last", "expected"),
    [
        (7, 3, False, (3, 3, 1)),
        (7, 3, True, (3, 3)),
        (6, 3, False, (3, 3)),
        (6, 3, True, (3, 3)),
        (2, 3, False, (2,)),
        (2, 3, True, ()),
        (3, 1, True, (1, 1, 1)),
        (0, 3, False, ()),
    ],
)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16, torch.uint8])
@sizes
def test_batches_follow_the_data_set(device, dtype, n_samples, batch_size, drop_last, expected):
    """A batch is the next batch_size samples, stacked; the last one is short, or is left out."""
    dataset = _Numbered(n_samples, device, dtype)
    batches = list(DataLoader(dataset, batch_size, drop_last=drop_last))
    found = tuple(len(imgs) for imgs, _ in batches)
    assert_equal(found, expected, what="the sizes of the batches")
    start = 0
    for imgs, labels in batches:
        samples = [dataset[index] for index in range(start, start + len(imgs))]
        assert_close(imgs, torch.stack([img for img, _ in samples]), what="the images of a batch")
        assert_equal(labels.tolist(), [label for _, label in samples], what="labels of a batch")
        assert_equal(labels.dtype, torch.int64, what="the dtype of the labels")
        start += len(imgs)


@sizes
@pytest.mark.parametrize("shuffle", [False, True], ids=["in order", "shuffled"])
def test_its_length_is_the_number_of_batches(n_samples, batch_size, drop_last, expected, shuffle):
    """len(loader) is how many batches an epoch has."""
    loader = DataLoader(_Numbered(n_samples), batch_size, shuffle, drop_last)
    assert_equal(len(loader), len(expected), what="len")


@pytest.mark.parametrize(
    ("n_samples", "drop_last", "expected"),
    [(10000, False, 157), (10000, True, 156), (2000, False, 32)],
)
def test_the_batches_of_the_book(n_samples, drop_last, expected):
    """The 10000 birds and airplanes make 157 batches of 64, or 156 without the short one."""
    assert_equal(len(DataLoader(_Numbered(n_samples), 64, drop_last=drop_last)), expected)


@pytest.mark.parametrize("drop_last", [False, True], ids=["all", "drop_last"])
def test_every_epoch_has_an_order_of_its_own(device, dtype, drop_last):
    """Shuffled, each epoch has another order, in which no sample comes twice, each as it was."""
    loader = DataLoader(_Numbered(23, device, dtype), 4, shuffle=True, drop_last=drop_last)
    epochs = [_order(loader) for _ in range(3)]
    for order in epochs:
        assert_equal(len(order), 20 if drop_last else 23, what="the number of samples")
        assert_equal(len(set(order)), len(order), what="the number of different samples")
    different = len({tuple(order) for order in epochs})
    assert_equal(different, 3, what="how many of three epochs have an order of their own")


def test_any_order_may_come(device):
    """Three samples in batches of two: in 200 epochs each of the six orders comes up."""
    loader = DataLoader(_Numbered(3, device), 2, shuffle=True)
    orders = {tuple(_order(loader)) for _ in range(200)}
    came = len(orders.intersection(permutations(range(3))))
    assert_equal(came, 6, what="how many of the six orders came")


def test_the_generator_decides():
    """The same seed gives the same epochs, and torch's own generator is left alone."""

    def epochs(seed):
        generator = torch.Generator().manual_seed(seed)
        loader = DataLoader(_Numbered(23), 4, shuffle=True, generator=generator)
        return [_order(loader) for _ in range(2)]

    with assert_untouched():
        first, again, other = epochs(1), epochs(1), epochs(2)
    assert_equal(first == again, True, what="whether the same seed gives the same epochs")
    assert_equal(first == other, False, what="whether another seed gives the same epochs")


def test_without_a_generator_it_is_that_of_torch():
    """Without a generator of its own a loader shuffles as torch.manual_seed has it."""
    loader = DataLoader(_Numbered(23), 4, shuffle=True)
    orders = []
    for seed in (1, 1, 2):
        torch.manual_seed(seed)
        orders.append(_order(loader))
    assert_equal(orders[0] == orders[1], True, what="whether the same seed gives the same order")
    assert_equal(orders[0] == orders[2], False, what="whether another seed gives the same order")


def test_in_order_nothing_is_drawn():
    """Without shuffle no random number is drawn, and every epoch has the order of the data set."""
    generator = torch.Generator().manual_seed(3)
    before = generator.get_state()
    loader = DataLoader(_Numbered(7), 3, generator=generator)
    with assert_untouched():
        epochs = [_order(loader) for _ in range(2)]
    assert_equal(epochs, [list(range(7))] * 2, what="the order of two epochs")
    drawn = not torch.equal(before, generator.get_state())
    assert_equal(drawn, False, what="whether the generator was used")


@pytest.mark.parametrize("shuffle", [False, True], ids=["in order", "shuffled"])
def test_each_epoch_stands_alone(shuffle):
    """Two epochs that are on their way at once have all samples each, as has one broken off."""
    loader = DataLoader(_Numbered(7), 3, shuffle)
    next(iter(loader))
    both = list(zip(loader, loader, strict=True))
    for epoch in zip(*both, strict=True):
        labels = [label - 100 for _, labels in epoch for label in labels.tolist()]
        assert_equal(sorted(labels), list(range(7)), what="the samples of an epoch")


@pytest.mark.parametrize("shuffle", [False, True], ids=["in order", "shuffled"])
def test_samples_are_asked_for_when_their_batch_is(shuffle):
    """A batch asks for its own samples alone, once each, by an int: the rest may not fit."""
    dataset = _Numbered(7)
    asked = []
    for _batch in DataLoader(dataset, 3, shuffle):
        asked.append(len(dataset.asked))
    assert_equal(asked, [3, 6, 7], what="how many samples were asked for, after each batch")
    kinds = {type(index).__name__ for index in dataset.asked}
    assert_equal(kinds, {"int"}, what="the types of the indices")


@pytest.mark.parametrize("shuffle", [False, True], ids=["in order", "shuffled"])
def test_it_is_written_by_hand(shuffle):
    """Torch's own DataLoader, and what else torch.utils.data has, is not called."""
    loader = DataLoader(_Numbered(7), 3, shuffle)
    with forbid_code_of(
        "torch.utils.data", because="Indices, stack and randperm are all it takes."
    ):
        list(DataLoader(_Numbered(7), 3, shuffle))
        list(loader)


def _order(loader):
    """The samples of an epoch, by where they stand in the data set; each with its own label."""
    __tracebackhide__ = True
    order = []
    for imgs, labels in loader:
        from_imgs = [int(img.flatten()[0]) // 10 for img in imgs]
        from_labels = [label - 100 for label in labels.tolist()]
        assert_equal(from_labels, from_imgs, what="the samples of a batch, by label and by image")
        order += from_imgs
    return order
