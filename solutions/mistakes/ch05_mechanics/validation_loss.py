"""Known wrong answers to ch05_mechanics/validation_loss."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics import validation_loss as right


@instead_of("training_loop")
def validation_trains_too(n_epochs, optimizer, params, loss_fn, *data):
    """You called backward for both losses. The validation loss is only watched: what it is
    measured on must not move the parameters."""
    return _loop(n_epochs, optimizer, params, loss_fn, *data, follow=lambda train, val: train + val)


@instead_of("training_loop")
def validation_trains_instead(n_epochs, optimizer, params, loss_fn, *data):
    """You called backward for the validation loss. It is the training loss that is followed."""
    return _loop(n_epochs, optimizer, params, loss_fn, *data, follow=lambda train, val: val)


@instead_of("training_loop")
def a_graph_for_nothing(n_epochs, optimizer, params, loss_fn, *data):
    """You let validation build a graph that nobody goes back through. Compute it under
    torch.no_grad(), the model's part included: detaching the loss afterwards is too late."""
    return _loop(n_epochs, optimizer, params, loss_fn, *data, follow=lambda train, val: train)


def _loop(n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c, *, follow):
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        train_loss = _loss(params, loss_fn, train_t_u, train_t_c)
        val_loss = _loss(params, loss_fn, val_t_u, val_t_c)
        optimizer.zero_grad()
        follow(train_loss, val_loss).backward()
        optimizer.step()
        train_losses.append(train_loss.item())
        val_losses.append(val_loss.item())
    return train_losses, val_losses


@instead_of("training_loop")
def losses_swapped(n_epochs, optimizer, params, loss_fn, *data):
    """You returned the validation losses first. The training losses come first."""
    return right.training_loop(n_epochs, optimizer, params, loss_fn, *data)[::-1]


@instead_of("training_loop")
def validation_on_the_training_data(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """You measured the validation loss on the training data. It says nothing new there: use
    val_t_u and val_t_c."""
    return right.training_loop(
        n_epochs, optimizer, params, loss_fn, train_t_u, train_t_u, train_t_c, train_t_c
    )


@instead_of("training_loop")
def trained_on_everything(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """You trained on all readings, the validation data among them. Keep the two apart."""
    t_u, t_c = torch.cat([train_t_u, val_t_u]), torch.cat([train_t_c, val_t_c])
    return right.training_loop(n_epochs, optimizer, params, loss_fn, t_u, val_t_u, t_c, val_t_c)


@instead_of("training_loop")
def validation_after_the_step(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """You measured the validation loss after the step and the training loss before it. Two
    losses can be compared only if they belong to the same parameters."""
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        train_losses += _one_epoch(optimizer, params, loss_fn, train_t_u, train_t_c)
        with torch.no_grad():
            val_losses.append(_loss(params, loss_fn, val_t_u, val_t_c).item())
    return train_losses, val_losses


@instead_of("training_loop")
def both_losses_after_the_step(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """You measured both losses after the step. An epoch's losses are those from before it."""
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        _one_epoch(optimizer, params, loss_fn, train_t_u, train_t_c)
        with torch.no_grad():
            train_losses.append(_loss(params, loss_fn, train_t_u, train_t_c).item())
            val_losses.append(_loss(params, loss_fn, val_t_u, val_t_c).item())
    return train_losses, val_losses


def _one_epoch(optimizer, params, loss_fn, t_u, t_c):
    return right.training_loop(1, optimizer, params, loss_fn, t_u, t_u, t_c, t_c)[0]


@instead_of("training_loop")
def losses_kept_with_their_graphs(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """You kept the loss tensors, and with each of them its graph. item() gives the number
    alone."""
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        train_losses.append(_loss(params, loss_fn, train_t_u, train_t_c))
        with torch.no_grad():
            val_losses.append(_loss(params, loss_fn, val_t_u, val_t_c))
        optimizer.zero_grad()
        train_losses[-1].backward()
        optimizer.step()
    return train_losses, val_losses


@instead_of("training_loop")
def gradients_never_cleared(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """You never called zero_grad. backward adds to the gradient that is there, so each step
    follows the sum of all gradients so far."""
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        train_loss = _loss(params, loss_fn, train_t_u, train_t_c)
        with torch.no_grad():
            val_losses.append(_loss(params, loss_fn, val_t_u, val_t_c).item())
        train_loss.backward()
        optimizer.step()
        train_losses.append(train_loss.item())
    return train_losses, val_losses


@instead_of("training_loop")
def gradients_cleared_only_after_the_step(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """You cleared the gradients after each step, so the first step still has what params brought
    along. Clear them before backward."""
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        train_loss = _loss(params, loss_fn, train_t_u, train_t_c)
        with torch.no_grad():
            val_losses.append(_loss(params, loss_fn, val_t_u, val_t_c).item())
        train_loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        train_losses.append(train_loss.item())
    return train_losses, val_losses


@instead_of("training_loop")
def nothing_learns(n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c):
    """You put the training loss under torch.no_grad() too, and made it require a gradient by
    hand. It has no graph then, and nothing moves: only validation goes under no_grad."""
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        with torch.no_grad():
            train_loss = _loss(params, loss_fn, train_t_u, train_t_c)
            val_loss = _loss(params, loss_fn, val_t_u, val_t_c)
        params.grad = torch.zeros_like(params)
        train_loss.requires_grad_().backward()
        optimizer.step()
        train_losses.append(train_loss.item())
        val_losses.append(val_loss.item())
    return train_losses, val_losses


@instead_of("training_loop")
def grad_mode_switched_by_hand(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """You switched grad mode off and on by hand, and an error in between leaves it off. Use
    `with torch.no_grad():`, which puts it back in any case."""
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        train_loss = _loss(params, loss_fn, train_t_u, train_t_c)
        torch.set_grad_enabled(False)
        val_loss = _loss(params, loss_fn, val_t_u, val_t_c)
        torch.set_grad_enabled(True)
        optimizer.zero_grad()
        train_loss.backward()
        optimizer.step()
        train_losses.append(train_loss.item())
        val_losses.append(val_loss.item())
    return train_losses, val_losses


@instead_of("training_loop")
def squared_error_whatever_is_asked(n_epochs, optimizer, params, loss_fn, *data):
    """You wrote the squared error into the loop. Use loss_fn, for both losses."""

    def squared_error(t_p, t_c):
        loss_fn(t_p, t_c)
        return ((t_p - t_c) ** 2).mean()

    return right.training_loop(n_epochs, optimizer, params, squared_error, *data)


@instead_of("training_loop")
def only_the_last_losses(n_epochs, optimizer, params, loss_fn, *data):
    """You returned the losses of the last epoch only. A curve needs those of every epoch."""
    losses = right.training_loop(n_epochs, optimizer, params, loss_fn, *data)
    return tuple(it[-1:] for it in losses)


@instead_of("training_loop")
def params_frozen_for_validation(n_epochs, optimizer, params, loss_fn, *data):
    """You switched requires_grad of params off for validation and left it off at the end. Leave
    the parameters alone: torch.no_grad() is about what is recorded."""
    losses = right.training_loop(n_epochs, optimizer, params, loss_fn, *data)
    params.requires_grad_(False)
    return losses


def _loss(params, loss_fn, t_u, t_c):
    w, b = params
    return loss_fn(w * t_u + b, t_c)
