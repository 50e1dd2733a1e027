"""Train mode against eval mode (§8.4.1): a validation that looks, and leaves no trace."""

import copy
from contextlib import nullcontext

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy, dropout

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.seeds import seeded
from katas.ch08_convolutions.train_and_eval import validate

in_both_modes = pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
one_in_another_mode = pytest.mark.parametrize("name", ["", "1", "2", "3.0"])


@in_both_modes
def test_the_accuracy_is_the_share_of_all_images(device, dtype, training):
    """All images count alike, also those of a short batch: 3 of 5 in training, 1 of 6 else."""
    model = nn.Sequential(nn.Flatten()).train(training)
    train = [_images([0, 1, 1, 2], [0, 1, 1, 0], device, dtype), _images([2], [1], device, dtype)]
    val = [
        _images([2, 0], [1, 1], device, dtype),
        _images([1, 2, 0, 0], [0, 2, 1, 1], device, dtype),
    ]
    accuracies = validate(model, train, val)
    assert_equal(accuracies, {"train": 3 / 5, "val": 1 / 6})
    kinds = [type(accuracy).__name__ for accuracy in accuracies.values()]
    assert_equal(kinds, ["float", "float"], what="the types of the accuracies")


@in_both_modes
def test_no_dropout_while_it_is_measured(device, dtype, training):
    """Dropout is off for either loader, in whichever mode the model arrives."""
    # Layers, and a function that asks the flag of a submodule; with dropout all is class 0.
    model = nn.Sequential(nn.Flatten(), nn.Dropout(0.999), _Dropping()).train(training)
    batches = [_images([2, 1, 2, 0, 1], [2, 1, 2, 1, 1], device, dtype)]
    others = [_images([1, 2, 2], [1, 2, 1], device, dtype)]
    assert_equal(validate(model, batches, others), {"train": 4 / 5, "val": 2 / 3})


@in_both_modes
@pytest.mark.parametrize("n_images", [1, 4], ids=["one by one", "in fours"])
def test_an_image_is_judged_by_itself(device, dtype, training, n_images):
    """Batch norm goes by its running statistics: what else is in the batch does not matter."""
    model = _net(device, dtype).train(training)
    images, labels = _random_images(8, device, dtype)
    with torch.no_grad():
        expected = copy.deepcopy(model).eval()(images).argmax(dim=1).eq(labels).sum().item()
    batches = list(zip(images.split(n_images), labels.split(n_images), strict=True))
    accuracies = validate(model, batches, batches)
    assert_equal(accuracies, {"train": expected / 8, "val": expected / 8})


@in_both_modes
def test_the_model_stays_as_it_is(device, dtype, training):
    """Weights, gradients, running statistics and random numbers are what they were before."""
    model = _net(device, dtype).train(training)
    images, labels = _random_images(8, device, dtype)
    cross_entropy(model(images), labels).backward()
    with assert_untouched(model, images, labels):
        accuracies = validate(model, [(images, labels)], [(images[1:], labels[1:])])
    assert_equal(sorted(accuracies), ["train", "val"], what="the keys of what came back")


@in_both_modes
@one_in_another_mode
def test_every_submodule_is_back_in_its_mode(device, dtype, name, training):
    """If one module is in another mode than the rest, it is so afterwards."""
    model = _net(device, dtype).train(training)
    model.get_submodule(name).training = not training
    before = _modes(model)
    images, labels = _random_images(4, device, dtype)
    validate(model, [(images, labels)], [(images, labels)])
    assert_equal(_modes(model), before, what="training, by module")


@in_both_modes
@one_in_another_mode
def test_an_error_leaves_the_modes_as_they_were(device, dtype, name, training):
    """If the model raises an error, it comes through, and every mode is what it was."""
    model = _net(device, dtype).train(training)
    model.get_submodule(name).training = not training
    before = _modes(model)
    images, labels = _random_images(4, device, dtype)
    with assert_raises(RuntimeError):
        validate(model, [(images, labels)], [_of_a_wrong_size(images, labels)])
    assert_equal(_modes(model), before, what="training, by module")


@pytest.mark.parametrize("enabled", [True, False], ids=["gradients on", "gradients off"])
@pytest.mark.parametrize("raises", [False, True], ids=["returns", "raises"])
def test_gradients_are_off_meanwhile(device, dtype, enabled, raises):
    """The model runs with gradients off; afterwards they are on or off as they were before."""
    model = _net(device, dtype)
    seen = set()
    model[0].register_forward_hook(lambda *_: seen.add(torch.is_grad_enabled()))
    images, labels = _random_images(4, device, dtype)
    others = _of_a_wrong_size(images, labels) if raises else (images, labels)
    with torch.set_grad_enabled(enabled):
        with assert_raises(RuntimeError) if raises else nullcontext():
            validate(model, [(images, labels)], [others])
        after = torch.is_grad_enabled()
    assert_equal(seen, {False}, what="whether gradients were on while the model ran")
    assert_equal(after, enabled, what="whether gradients are on afterwards")


def test_training_goes_on_as_if_nobody_had_looked(device):
    """A validation after each step changes nothing of what a model learns."""
    images, labels = _random_images(12, device, torch.float64)
    learned = []
    for looks in (False, True):
        model = _net(device, torch.float64)
        model[1].eval()  # as one does with a batch norm that is to stay as it is
        with torch.random.fork_rng(devices=[]):  # the same dropout in both
            for _ in range(3):
                model.zero_grad()
                cross_entropy(model(images[:8]), labels[:8]).backward()
                with torch.no_grad():
                    for parameter in model.parameters():
                        parameter -= 0.1 * parameter.grad
                if looks:
                    validate(model, [(images[:8], labels[:8])], [(images[8:], labels[8:])])
        learned.append(model.state_dict())
    for name, expected in learned[0].items():
        assert_close(learned[1][name], expected, what=f"{name}, after three steps")


def _modes(model):
    return {name or "the model": module.training for name, module in model.named_modules()}


def _of_a_wrong_size(images, labels):
    """Images that the last layer refuses."""
    return images[:, :, 1:], labels


class _Dropping(nn.Module):
    def forward(self, x):
        return dropout(x, 0.999, self.training)


def _net(device, dtype):
    """A small net with dropout and batch norm, which has seen other images; always the same."""
    with seeded(3):
        head = nn.Sequential(nn.Dropout(0.5), nn.Flatten(), nn.Linear(32, 3))
        net = nn.Sequential(nn.Conv2d(2, 2, 1), nn.BatchNorm2d(2), nn.Tanh(), head)
        net[1].running_mean.normal_()
        net[1].running_var.uniform_(0.1, 4)
    return net.to(device, dtype)


def _random_images(n, device, dtype):
    """Images [n, 2, 4, 4] with labels, of which some net or other would get some right."""
    generator = torch.Generator().manual_seed(n)
    images = torch.randn(n, 2, 4, 4, generator=generator, dtype=torch.float64)
    labels = torch.randint(3, (n,), generator=generator)
    return images.to(device, dtype), labels.to(device)


def _images(predicted, labels, device, dtype):
    """Images of three pixels, the largest of which is where ``predicted`` says."""
    images = torch.eye(3, device=device, dtype=dtype)[predicted] - 0.5
    return images.unsqueeze(1), torch.tensor(labels, device=device)
