"""Wrong answers to ch05_mechanics/learning_rate, as people write them."""

import math

import torch

from katas._dojo.writing.mistakes import instead_of


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
    """A loss that is infinite goes on until it is NaN.

    Known: inf_not_noticed.
    """
    w, b = params
    for epoch in range(1, n_epochs + 1):
        diff = w * t_u + b - t_c
        loss = (diff**2).mean()
        if torch.isnan(loss):
            raise ArithmeticError(f"the loss is NaN in epoch {epoch}")
        w = w - learning_rate * (2 * diff * t_u).mean()
        b = b - learning_rate * (2 * diff).mean()
    return torch.stack([w, b])


@instead_of("training_loop")
def epochs_from_0(n_epochs, learning_rate, params, t_u, t_c):
    """The epoch that is named is one too low.

    Known: another_epoch_or_none_in_the_message.
    """
    for epoch in range(n_epochs):
        t_p = params[0] * t_u + params[1]
        loss = ((t_p - t_c) ** 2).mean().item()
        if not math.isfinite(loss):
            raise ArithmeticError(f"Diverged in epoch {epoch}: loss is {loss}")
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
        params = (leaf - learning_rate * leaf.grad).detach()
        loss = loss_fn(params)
        if loss.isnan() or loss.isinf():
            raise ArithmeticError(f"epoch {epoch}")
    return params


@instead_of("training_loop")
def growth_is_an_error(n_epochs, learning_rate, params, t_u, t_c):
    """A loss above the last one raises, finite or not.

    Known: stopped_at_the_first_rise.
    """
    previous = float("inf")
    for epoch in range(1, n_epochs + 1):
        residual = params[0] * t_u + params[1] - t_c
        loss = (residual**2).mean()
        if not loss <= previous:
            raise ArithmeticError(f"loss went up in epoch {epoch}")
        previous = loss
        params = params - learning_rate * 2 * torch.stack(
            [(residual * t_u).mean(), residual.mean()]
        )
    return params
