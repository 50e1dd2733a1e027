"""Memorization (§8.5.1): a net that gets random labels right, and what that is worth."""

import functools
import itertools
from collections import Counter

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from katas._dojo.writing.assertions import (
    MismatchError,
    assert_close,
    assert_equal,
    assert_untouched,
)
from katas._dojo.writing.seeds import seeded
from katas.ch08_convolutions.memorization import memorize, shuffled

N_CLASSES = 3
LR = 1.5
ENOUGH, ENOUGH_BY_HEART = 20, 100  # steps: for the small net below, for the large ones


@pytest.mark.parametrize("kind", [torch.int64, torch.int32])
def test_each_class_is_there_as_often_as_before(device, kind):
    """Shuffled labels are the same labels in another order; those handed in stay in theirs."""
    labels = torch.tensor([7] + 12 * [0] + 5 * [3] + 20 * [1], device=device, dtype=kind)
    with assert_untouched(labels):
        result = shuffled(labels, _generator(device, 0))
    assert_close(result.sort().values, labels.sort().values, what="the shuffled labels, sorted")
    assert_equal(torch.equal(result, labels), False, what="whether they are in the old order")


def test_every_order_is_equally_likely(device):
    """Of three labels there are six orders, and each comes about as often as the others."""
    labels, generator = torch.arange(3, device=device), _generator(device, 1)
    counts = Counter(tuple(shuffled(labels, generator).tolist()) for _ in range(300))
    often = {order: n for order, n in counts.items() if n > 85}  # by chance 50, give or take 7
    seldom = [order for order in itertools.permutations(range(3)) if counts[order] < 15]
    assert_equal(seldom, [], what="of 300 shuffles, orders that come less than 15 times")
    assert_equal(sorted(often), [], what="of 300 shuffles, orders that come more than 85 times")


def test_the_generator_decides(device):
    """The same state gives the same order, the next call another; no other generator is drawn."""
    labels, generator = torch.arange(30, device=device), _generator(device, 2)
    with assert_untouched(labels):  # and torch's own generator
        first, second = (shuffled(labels, generator) for _ in range(2))
        again = shuffled(labels, _generator(device, 2))
    assert_close(again, first, what="the order of the same state")
    assert_equal(torch.equal(second, first), False, what="whether a second call gives the first")


@pytest.mark.parametrize("dtype", [torch.float64])
@pytest.mark.parametrize("stale", [False, True], ids=["no gradients", "stale gradients"])
def test_each_step_follows_the_cross_entropy_of_all_images(device, dtype, stale):
    """The net moves as by plain steps along the cross entropy, until every label is right."""
    model, imgs, labels = _small(device, dtype)
    expected = _by_hand(device, dtype)
    for p in model.parameters():
        p.grad = torch.full_like(p, 3) if stale else None
    with assert_untouched(imgs, labels):
        n_steps = memorize(model, _Descent(model), imgs, labels, ENOUGH)
    assert_equal(n_steps, len(expected) - 1, what="the number of steps")
    _assert_same(model, expected[-1])


SPARE = {"one to spare": 1, "enough": 0, "one too few": -1, "two too few": -2, "none": -ENOUGH}


@pytest.mark.parametrize("spare", SPARE.values(), ids=SPARE)
def test_there_are_never_more_steps_than_allowed(device, spare):
    """After max_steps it is over, right or wrong; with all right no further step is taken."""
    model, imgs, labels = _small(device, torch.float64)
    expected = _by_hand(device, torch.float64)
    enough = len(expected) - 1
    max_steps = max(enough + spare, 0)
    wanted = min(max_steps, enough)
    n_steps = memorize(model, _Descent(model), imgs, labels, max_steps)
    assert_equal(n_steps, wanted, what="the number of steps")
    _assert_same(model, expected[wanted])


def test_what_is_right_already_takes_no_step(device):
    """If every label is right from the start, it takes 0 steps, and the net stays as it is."""
    model, imgs, labels = _small(device, torch.float64)
    labels = model(imgs).argmax(dim=1)
    before = _values(model)
    n_steps = memorize(model, _Descent(model), imgs, labels, 5)
    assert_equal(n_steps, 0, what="the number of steps")
    _assert_same(model, before)


@pytest.mark.parametrize("dtype", [torch.float32])
@pytest.mark.parametrize("seed", [0, 1])
def test_random_labels_are_learned_and_not_understood(device, dtype, seed):
    """Right for every training image either way; for new ones only if labels are not random."""
    imgs, labels = _images(seed, device, dtype)
    random = shuffled(labels, _generator(device, seed))
    for name, targets, least, most in (("true", labels, 0.8, 1), ("random", random, 0.23, 0.43)):
        model = _net(16, 64, seed, device, dtype)
        memorize(model, _Descent(model, lr=1), imgs[:48], targets[:48], ENOUGH_BY_HEART)
        _assert_accuracy(model, imgs[:48], targets[:48], 1, 1, f"of {name} labels, in training")
        _assert_accuracy(model, imgs[48:], targets[48:], least, most, f"of {name} labels, held out")


class _Descent:
    """SGD, without the time that it takes to import torch.optim."""

    def __init__(self, model, lr=LR):
        self.parameters = list(model.parameters())
        self.lr = lr

    def zero_grad(self, set_to_none=True):
        for p in self.parameters:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for p in self.parameters:
            if p.grad is not None:
                p -= self.lr * p.grad


@functools.cache
def _by_hand(device, dtype):
    """The parameters of the small net, to begin with and after each step until all are right."""
    model, imgs, labels = _small(device, dtype)
    after = [_values(model)]
    while not torch.equal((outputs := model(imgs)).argmax(dim=1), labels):
        parameters = list(model.parameters())
        gradients = torch.autograd.grad(cross_entropy(outputs, labels), parameters)
        for p, gradient in zip(parameters, gradients, strict=True):
            p.data -= LR * gradient
        after.append(_values(model))
    return after


def _values(model):
    return {name: p.detach().clone() for name, p in model.named_parameters()}


def _assert_same(model, expected):
    __tracebackhide__ = True
    for name, p in model.named_parameters():
        assert_close(p, expected[name], what=name, rtol=1e-9, atol=1e-9)


def _assert_accuracy(model, imgs, labels, least, most, what):
    __tracebackhide__ = True
    share = (model(imgs).argmax(dim=1) == labels).double().mean().item()
    if not least <= share <= most:
        what = f"the accuracy {what}"
        text = f"{what}\ngot       {share:.2f}\nexpected  from {least} to {most}"
        raise MismatchError(text, what, round(share, 1), (least, most))


def _small(device, dtype):
    """A net that takes some steps to learn six images."""
    imgs = torch.linspace(-2, 6, 6 * 4, dtype=torch.float64).sin().reshape(6, 1, 2, 2)
    labels = torch.tensor([2, 0, 1, 1, 0, 2], device=device)
    return _net(4, 8, 3, device, dtype), imgs.to(device=device, dtype=dtype), labels


def _images(seed, device, dtype):
    """Images [648, 1, 4, 4] of three classes, each with a bright row of its own in much noise."""
    generator = torch.Generator().manual_seed(seed)
    labels = torch.arange(648) % N_CLASSES
    labels = labels[torch.randperm(648, generator=generator)]
    imgs = torch.randn(648, 1, 4, 4, generator=generator)
    imgs[torch.arange(648), 0, labels] += 1.5
    return imgs.to(device=device, dtype=dtype), labels.to(device)


def _net(n_pixels, n_hidden, seed, device, dtype):
    with seeded(seed):
        hidden, output = nn.Linear(n_pixels, n_hidden), nn.Linear(n_hidden, N_CLASSES)
    return nn.Sequential(nn.Flatten(), hidden, nn.Tanh(), output).to(device=device, dtype=dtype)


def _generator(device, seed):
    return torch.Generator(device).manual_seed(seed)
