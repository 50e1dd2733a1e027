"""Transforms, one after the other (§7.1.4): from the first to the last, for each image anew."""

from itertools import permutations

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch07_images.compose import Compose


def add_1(image):
    return image + 1


def double(image):
    return 2 * image


def divide_12(image):
    return 12 // image


def no_less_than_0(image):
    return image.clamp(min=0)


@pytest.mark.parametrize(
    "steps",
    list(permutations([add_1, double, no_less_than_0])),
    ids=lambda steps: ", ".join(step.__name__ for step in steps),
)
def test_the_first_comes_first(device, dtype, steps):
    """Transforms run in the order in which they are given, each on what the one before returned."""
    images = torch.tensor([-3.0, 0.25, 0.75, 2.0], device=device, dtype=dtype)
    first, second, third = steps
    expected = third(second(first(images)))
    assert_close(Compose(list(steps))(images), expected)


@pytest.mark.parametrize("cut", range(5))
def test_it_is_a_transform_among_others(cut):
    """A Compose of two Composes does what one Compose of all their transforms does."""
    steps = [lambda text, letter=letter: f"{text}{letter}" for letter in "abcd"]
    nested = Compose([Compose(steps[:cut]), Compose(steps[cut:])])
    assert_equal(nested("image "), "image abcd")


def test_each_is_called_once():
    """A transform is called once for each place that it has, with what the one before returned."""
    zero, nothing = _Notes(0), _Notes(None)
    result = Compose([zero, nothing, zero])("image")
    assert_equal(result, 0)
    assert_equal(zero.calls, ["image", None], what="what the first and last was called with")
    assert_equal(nothing.calls, [0], what="what the one between was called with")


def test_without_transforms_the_image_itself_comes_back(device):
    """Where there is nothing to do, the image comes back, and not a copy of it."""
    image = torch.ones(3, 2, 2, device=device)
    assert_equal(Compose([])(image) is image, True, what="whether it is the image itself")


@pytest.mark.parametrize("make", [list, tuple, iter], ids=["a list", "a tuple", "an iterator"])
def test_every_image_goes_through_all_of_them(make):
    """The second image and the third get what the first got, whatever held the transforms."""
    compose = Compose(make([add_1, double]))
    assert_equal([compose(n) for n in (1, 2, 2)], [4, 6, 6], what="the results of 1, 2, 2")


def test_the_same_image_is_transformed_anew():
    """A transform that draws at random, or counts, has its say at each call."""
    image, steps = "image", [_Notes("a"), _Notes("b")]
    compose = Compose(list(steps))
    for _ in range(3):
        compose(image)
    assert_equal([len(step.calls) for step in steps], [3, 3], what="how often each was called")


def test_a_list_may_change_later():
    """What is added to the list or taken from it afterwards makes no difference."""
    steps = [add_1, double]
    compose = Compose(steps)
    steps.append(double)
    assert_equal(compose(2), 6, what="the result, with a transform added to the list")
    steps.clear()
    assert_equal(compose(2), 6, what="the result, with the list cleared")


def test_an_error_is_told():
    """An error in a transform is raised, and the next image goes through as ever."""
    compose = Compose([add_1, divide_12])
    with assert_raises(ZeroDivisionError):
        compose(-1)
    assert_equal(compose(2), 4, what="the result for the next image")


def test_gradients_flow_through(device):
    """Transforms of tensors are recorded as they would be without Compose."""
    image = torch.tensor([-3.0, 0.25, 2.0], device=device, requires_grad=True)
    result = Compose([double, no_less_than_0])(image)
    assert_equal(result.requires_grad, True, what="requires_grad of the result")
    upstream = torch.tensor([1.0, -2.0, 3.0], device=device)
    (gradient,) = torch.autograd.grad(result, image, upstream)
    expected = torch.tensor([0.0, -4.0, 6.0], device=device)
    assert_close(gradient, expected, what="the gradient of the image")


class _Notes:
    """A transform that notes what it is called with, and always returns the same."""

    def __init__(self, result):
        self.result = result
        self.calls = []

    def __call__(self, image):
        self.calls.append(image)
        return self.result
