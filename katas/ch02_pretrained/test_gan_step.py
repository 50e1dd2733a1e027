"""The GAN game (§2.2.1): two networks that learn in turns, each from what the other does."""

import functools
import math

import pytest
import torch
from torch import nn
from torch.nn.functional import softplus

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.seeds import seeded
from katas.ch02_pretrained.gan_step import gan_step

each_number = pytest.mark.parametrize("n", [(5, 3), (2, 6), (1, 1)])


@each_number
def test_the_discriminator_learns_to_tell_them_apart(device, dtype, n):
    """It moves by its own loss: real images towards 1, the fakes of this moment towards 0."""
    game = _Game(n, device, dtype)
    expected, _ = _expected(n, device, dtype)
    game.play()
    _assert_parameters(game.discriminator, expected, "the discriminator")


@each_number
def test_the_generator_learns_to_deceive(device, dtype, n):
    """It moves so that the discriminator, as that is now, takes its fakes for real."""
    game = _Game(n, device, dtype)
    _, expected = _expected(n, device, dtype)
    game.play()
    _assert_parameters(game.generator, expected, "the generator")


def test_stale_gradients_do_not_count(device, dtype):
    """Gradients that were there before, or that the other turn left behind, move nothing."""
    game = _Game((5, 3), device, dtype)
    d_expected, g_expected = _expected((5, 3), device, dtype, steps=3)
    for network in (game.generator, game.discriminator):
        for parameter in network.parameters():
            parameter.grad = torch.full_like(parameter, 7.0)
    for _ in range(3):
        game.play()
    _assert_parameters(game.discriminator, d_expected, "the discriminator")
    _assert_parameters(game.generator, g_expected, "the generator")


def test_the_losses_are_those_before_each_step(device, dtype):
    """First the discriminator's loss, then that of the generator, both as Python floats."""
    game, twin = (_Game((5, 3), device, dtype) for _ in range(2))
    d_loss = twin.d_loss().item()
    twin.discriminator_moves()
    _assert_losses(game.play(), [d_loss, twin.g_loss().item()])


def test_without_a_clue_each_verdict_costs_ln_2(device, dtype):
    """Logits of 0 say one half: ln 2 for real images, ln 2 for fakes, ln 2 for the generator."""
    game = _Game((5, 3), device, dtype, d_lr=0.0)
    for parameter in game.discriminator.parameters():
        nn.init.zeros_(parameter)
    _assert_losses(game.play(), [2 * math.log(2), math.log(2)])


def test_a_sure_discriminator_has_finite_losses(device, dtype):
    """A logit of 300 for everything is right for real images, and costs 300 for each fake."""
    game = _Game((5, 3), device, dtype, d_lr=0.0)
    nn.init.zeros_(game.discriminator[2].weight)
    nn.init.constant_(game.discriminator[2].bias, 300.0)
    _assert_losses(game.play(), [300.0, 0.0])


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_nothing_else_changes(device, dtype, training):
    """Images, noise and modes stay as they are, and all that could learn still can."""
    game = _Game((5, 3), device, dtype)
    networks = {"the generator": game.generator, "the discriminator": game.discriminator}
    for network in networks.values():
        network.train(training)
    with assert_untouched(game.real, game.noise):
        game.play()
    for name, network in networks.items():
        modes = {module.training for module in network.modules()}
        assert_equal(modes, {training}, what=f"training, of {name}")
        learning = {parameter.requires_grad for parameter in network.parameters()}
        assert_equal(learning, {True}, what=f"requires_grad of the parameters of {name}")


class _Game:
    """Two small networks with their optimizers, images and noise; always the same."""

    def __init__(self, n, device, dtype, d_lr=0.3, g_lr=0.7):
        n_real, n_fake = n
        with seeded(4):
            self.generator = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 4))
            self.discriminator = nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 1))
            self.real, self.noise = 1 + torch.randn(n_real, 4), torch.randn(n_fake, 2)
        for network in (self.generator, self.discriminator):
            network.to(device=device, dtype=dtype)
        self.real, self.noise = (
            it.to(device=device, dtype=dtype) for it in (self.real, self.noise)
        )
        self.g_optimizer = _Descent(self.generator.parameters(), g_lr)
        self.d_optimizer = _Descent(self.discriminator.parameters(), d_lr)

    def play(self):
        return gan_step(
            self.generator,
            self.discriminator,
            self.g_optimizer,
            self.d_optimizer,
            self.real,
            self.noise,
        )

    def discriminator_moves(self):
        _move(self.discriminator, self.d_loss(), self.d_optimizer.lr)

    def generator_moves(self):
        _move(self.generator, self.g_loss(), self.g_optimizer.lr)

    def d_loss(self):
        fake = self.generator(self.noise).detach()
        real, fake = self.discriminator(self.real), self.discriminator(fake)
        return softplus(-real).mean() + softplus(fake).mean()

    def g_loss(self):
        return softplus(-self.discriminator(self.generator(self.noise))).mean()


@functools.cache
def _expected(n, device, dtype, steps=1):
    """The parameters of discriminator and generator after so many steps."""
    game = _Game(n, device, dtype)
    for _ in range(steps):
        game.discriminator_moves()
        game.generator_moves()
    return game.discriminator.state_dict(), game.generator.state_dict()


class _Descent:
    """Gradient descent, with what an optimizer has of it."""

    def __init__(self, params, lr):
        self.params = list(params)
        self.lr = lr

    def zero_grad(self, set_to_none=True):
        for parameter in self.params:
            parameter.grad = None if set_to_none else torch.zeros_like(parameter)

    @torch.no_grad()
    def step(self, closure=None):
        for parameter in self.params:
            if parameter.grad is not None:
                parameter -= self.lr * parameter.grad


def _move(network, loss, lr):
    parameters = list(network.parameters())
    gradients = torch.autograd.grad(loss, parameters)
    with torch.no_grad():
        for parameter, gradient in zip(parameters, gradients, strict=True):
            parameter -= lr * gradient


def _assert_parameters(network, expected, name):
    __tracebackhide__ = True
    for key, parameter in network.state_dict().items():
        assert_close(parameter, expected[key], what=f"{key} of {name}")


def _assert_losses(losses, expected):
    __tracebackhide__ = True
    kinds = [type(loss).__name__ for loss in losses]
    assert_equal(kinds, ["float", "float"], what="the types of the losses")
    for name, loss, wanted in zip(
        ["the discriminator", "the generator"], losses, expected, strict=True
    ):
        loss, wanted = torch.tensor(loss), torch.tensor(wanted)
        assert_close(loss, wanted, rtol=1e-5, atol=1e-6, what=f"the loss of {name}")
