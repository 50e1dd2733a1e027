"""Wrong answers to ch05_mechanics/learning_rate, as people write them."""

import math

import torch

from katas._dojo.writing.mistakes import Edit, instead_of
from katas.ch05_mechanics.learning_rate import DivergenceError


@instead_of("training_loop")
def stops_and_says_nothing(n_epochs, learning_rate, params, t_u, t_c):
    """A loss that is lost ends the loop without an error, one step too late.

    Known: the_loop_of_the_book.
    """
    for _ in range(n_epochs):
        error = params[0] * t_u + params[1] - t_c
        loss = (error**2).mean()
        params = params - learning_rate * 2 * torch.stack([(error * t_u).mean(), error.mean()])
        if not torch.isfinite(loss):
            break
    return params


@instead_of("training_loop")
def only_nan_counts(n_epochs, learning_rate, params, t_u, t_c):
    """A loss that is infinite goes on until it is NaN, and its parameters are kept.

    Known: inf_not_noticed, the_parameters_that_diverged.
    """
    w, b = params
    kept = None
    for epoch in range(1, n_epochs + 1):
        diff = w * t_u + b - t_c
        loss = (diff**2).mean()
        if torch.isnan(loss):
            raise DivergenceError(epoch, kept)
        kept = torch.stack([w, b])
        w = w - learning_rate * (2 * diff * t_u).mean()
        b = b - learning_rate * (2 * diff).mean()
    return torch.stack([w, b])


@instead_of("training_loop")
def epochs_from_0(n_epochs, learning_rate, params, t_u, t_c):
    """The epoch that is named is one too low.

    Known: another_epoch.
    """
    last = None
    for epoch in range(n_epochs):
        t_p = params[0] * t_u + params[1]
        loss = ((t_p - t_c) ** 2).mean().item()
        if not math.isfinite(loss):
            raise DivergenceError(epoch, last)
        last = params
        dloss = 2 * (t_p - t_c) / len(t_p)
        grad = torch.stack([(dloss * t_u).sum(), dloss.sum()])
        params = params - learning_rate * grad
    return params


@instead_of("training_loop")
def checked_after_the_step(n_epochs, learning_rate, params, t_u, t_c):
    """The loss that is looked at is that of the new parameters, also after the last step.

    Known: the_loss_after_each_step.
    """

    def loss_fn(p):
        return ((p[0] * t_u + p[1] - t_c) ** 2).mean()

    for epoch in range(1, n_epochs + 1):
        leaf = params.detach().clone().requires_grad_()
        loss_fn(leaf).backward()
        new = (leaf - learning_rate * leaf.grad).detach()
        loss = loss_fn(new)
        if loss.isnan() or loss.isinf():
            raise DivergenceError(epoch, params)
        params = new
    return params


@instead_of("training_loop")
def growth_is_an_error(n_epochs, learning_rate, params, t_u, t_c):
    """A loss above the last one raises, finite or not.

    Known: stopped_at_the_first_rise.
    """
    previous, good = float("inf"), None
    for epoch in range(1, n_epochs + 1):
        residual = params[0] * t_u + params[1] - t_c
        loss = (residual**2).mean()
        if not loss.isfinite() or loss > previous:
            raise DivergenceError(epoch, good)
        previous, good = loss, params
        params = params - learning_rate * 2 * torch.stack(
            [(residual * t_u).mean(), residual.mean()]
        )
    return params


@instead_of("training_loop")
def kept_under_a_second_name(n_epochs, learning_rate, params, t_u, t_c):
    """What is kept is the tensor that each step changes in place.

    Known: kept_without_a_copy.
    """
    params = params.clone()
    best = None
    for epoch in range(1, n_epochs + 1):
        err = params[0] * t_u + params[1] - t_c
        if not torch.isfinite((err**2).mean()):
            raise DivergenceError(epoch, best)
        best = params
        params -= learning_rate * torch.stack([2 * (err * t_u).mean(), 2 * err.mean()])
    return params


@instead_of("training_loop")
def what_is_at_hand(n_epochs, learning_rate, params, t_u, t_c):
    """The error holds the parameters of the loss that is not finite.

    Known: the_parameters_that_diverged.
    """
    for epoch in range(1, n_epochs + 1):
        w, b = params
        diff = w * t_u + b - t_c
        loss = (diff * diff).mean()
        if not math.isfinite(loss):
            raise DivergenceError(epoch, params)
        grad = torch.stack([(diff * t_u).mean(), diff.mean()]) * 2
        params = params - learning_rate * grad
    return params


an_error_without_words = Edit(
    """The error has no message.

    Known: no_epoch_in_the_message.
    """,
    {'super().__init__(f"the loss is not finite in epoch {epoch}")': "super().__init__()"},
)


@instead_of("DivergenceError")
class ErrorOfAnotherKind(Exception):  # noqa: N818
    """The error is no ArithmeticError.

    Known: nothing.
    """

    def __init__(self, epoch, params):
        super().__init__(f"diverged in epoch {epoch}")
        self.epoch, self.params = epoch, params
