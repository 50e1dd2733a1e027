"""A dataset of two classes (§7.1.3): filtered, with labels of its own, read when asked for."""

import pytest
import torch
from torch.utils.data import DataLoader
from torchvision.datasets import CIFAR10
from torchvision.transforms.functional import pil_to_tensor

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch07_images.image_dataset import TwoClasses

AIRPLANE, BIRD, SHIP = 0, 2, 8


@pytest.fixture
def cifar10(cifar10_root):
    """The 10,000 test images, or as many as there are."""
    return CIFAR10(cifar10_root, train=False, download=False, transform=pil_to_tensor)


def test_only_the_two_classes_are_there(cifar10):
    """Its length is the number of samples whose label is one of the two."""
    n_wanted = sum(label in (AIRPLANE, BIRD) for label in cifar10.targets)
    assert_equal(len(TwoClasses(cifar10)), n_wanted)


@pytest.mark.parametrize("classes", [(AIRPLANE, BIRD), (BIRD, AIRPLANE), (SHIP, 3)], ids=str)
def test_the_first_class_is_0_and_the_second_1(cifar10, classes):
    """Labels are 0 and 1, as ints, whichever classes they stand for."""
    expected = [classes.index(label) for label in cifar10.targets if label in classes][:50]
    cifar2 = TwoClasses(cifar10, classes)
    labels = [cifar2[i][1] for i in range(50)]
    assert_equal(labels, expected, what="the first fifty labels")
    assert_equal({type(label) for label in labels}, {int}, what="the types of the labels")


def test_images_keep_their_order_and_their_labels(cifar10):
    """Sample i is the i-th in CIFAR-10 that is an airplane or a bird, also from the end."""
    places = [i for i, label in enumerate(cifar10.targets) if label in (AIRPLANE, BIRD)]
    cifar2 = TwoClasses(cifar10)
    for i in (0, 1, 57, -1):
        image, label = cifar2[i]
        expected, old_label = cifar10[places[i]]
        assert_close(image, expected, what=f"image {i}")
        assert_equal(label, int(old_label == BIRD), what=f"label {i}")


def test_an_image_is_read_when_it_is_asked_for(cifar10):
    """To make the dataset and to ask for its length reads no image; an access reads its own."""
    watched = _Watched(cifar10)
    cifar2 = TwoClasses(watched)
    len(cifar2)
    assert_equal(watched.read, [], what="the images read before any was asked for")
    places = [i for i, label in enumerate(cifar10.targets) if label in (AIRPLANE, BIRD)]
    cifar2[5]
    assert_equal(set(watched.read) - {places[5]}, set(), what="the other images read for sample 5")


def test_the_transform_runs_at_each_access(cifar10):
    """A transform that is given to CIFAR-10 later, or draws at random, has its say each time."""
    cifar2 = TwoClasses(cifar10)
    cifar2[0]
    cifar10.transform = lambda image: "transformed"
    assert_equal(cifar2[0][0], "transformed", what="the image, with another transform")


def test_cifar10_is_untouched(cifar10):
    """CIFAR-10 keeps its labels, images and classes: others use it, too."""
    targets, classes = list(cifar10.targets), list(cifar10.classes)
    with assert_untouched(torch.from_numpy(cifar10.data)):
        cifar2 = TwoClasses(cifar10)
        cifar2[0]
    assert_equal(cifar10.targets, targets, what="cifar10.targets, afterwards")
    assert_equal(cifar10.classes, classes, what="cifar10.classes, afterwards")


def test_a_plain_for_ends_and_a_loader_reads_it(cifar10):
    """It can be iterated from end to end, and a DataLoader makes batches of it."""
    cifar10.data = cifar10.data[:6]
    cifar10.targets = [AIRPLANE, SHIP, BIRD, BIRD, SHIP, AIRPLANE]
    cifar2 = TwoClasses(cifar10)
    assert_equal([label for _, label in cifar2], [0, 1, 1, 0], what="the labels")
    images, labels = next(iter(DataLoader(cifar2, batch_size=3)))
    assert_equal(list(images.shape), [3, 3, 32, 32], what="the shape of a batch")
    assert_equal(labels.tolist(), [0, 1, 1], what="the labels of the first batch")


class _Watched:
    """A dataset that remembers which of its samples were read."""

    def __init__(self, cifar10):
        self.cifar10 = cifar10
        self.read = []

    def __getattr__(self, name):
        return getattr(self.cifar10, name)

    def __len__(self):
        return len(self.cifar10)

    def __getitem__(self, index):
        self.read.append(index)
        return self.cifar10[index]
