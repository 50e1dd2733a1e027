"""Wrong answers to ch05_mechanics/validation_loss, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("training_loop")
def validation_one_step_ahead(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """The validation loss is that of the parameters after the step.

    Known: validation_after_the_step.
    """
    history, val_history = [], []
    for _ in range(n_epochs):
        optimizer.zero_grad()
        loss = loss_fn(params[0] * train_t_u + params[1], train_t_c)
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            val = loss_fn(params[0] * val_t_u + params[1], val_t_c)
        history.append(loss.item())
        val_history.append(val.item())
    return history, val_history


@instead_of("training_loop")
def losses_keep_their_graphs(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """The lists hold tensors.

    Known: losses_kept_with_their_graphs.
    """
    history, val_history = [], []
    for _ in range(n_epochs):
        loss = loss_fn(params[0] * train_t_u + params[1], train_t_c)
        with torch.no_grad():
            val = loss_fn(params[0] * val_t_u + params[1], val_t_c)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss)
        val_history.append(val)
    return history, val_history


@instead_of("training_loop")
def arguments_of_the_loss_swapped(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """The loss gets the targets where it takes the predictions.

    Known: arguments_of_the_loss_exchanged.
    """
    history, val_history = [], []
    for _ in range(n_epochs):
        loss = loss_fn(train_t_c, params[0] * train_t_u + params[1])
        with torch.no_grad():
            val = loss_fn(val_t_c, params[0] * val_t_u + params[1])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
        val_history.append(val.item())
    return history, val_history


def model(t_u, w, b):
    return w * t_u + b


@instead_of("training_loop")
def as_the_book_first_has_it(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """The validation loss is calculated with a graph, though no one walks it.

    Known: a_graph_for_nothing.
    """
    train_losses, val_losses = [], []
    for epoch in range(1, n_epochs + 1):
        train_t_p = model(train_t_u, *params)
        train_loss = loss_fn(train_t_p, train_t_c)

        val_t_p = model(val_t_u, *params)
        val_loss = loss_fn(val_t_p, val_t_c)

        optimizer.zero_grad()
        train_loss.backward()
        optimizer.step()

        if epoch <= 3 or epoch % 500 == 0:
            print(
                f"Epoch {epoch}, Training loss {train_loss.item():.4f},"
                f" Validation loss {val_loss.item():.4f}"
            )
        train_losses.append(train_loss.item())
        val_losses.append(val_loss.item())
    return train_losses, val_losses


@instead_of("training_loop")
def validation_is_followed_too(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """The validation loss goes back as well, and its gradient is stepped along.

    Known: validation_trains_too.
    """
    train_hist, val_hist = [], []
    for _ in range(n_epochs):
        optimizer.zero_grad()
        train_loss = loss_fn(model(train_t_u, *params), train_t_c)
        train_loss.backward()
        val_loss = loss_fn(model(val_t_u, *params), val_t_c)
        val_loss.backward()
        optimizer.step()
        train_hist.append(train_loss.item())
        val_hist.append(val_loss.item())
    return train_hist, val_hist


@instead_of("training_loop")
def cleared_at_the_end(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """The gradient that arrives is stepped along, and a pair comes back for each epoch.

    Known: gradients_never_cleared, a_pair_for_each_epoch.
    """
    losses = []
    for _ in range(n_epochs):
        loss = loss_fn(model(train_t_u, *params), train_t_c)
        with torch.no_grad():
            val_loss = loss_fn(model(val_t_u, *params), val_t_c)
        losses.append((loss.item(), val_loss.item()))
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return losses


@instead_of("training_loop")
def mode_left_off(n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c):
    """Grad mode is switched by hand, and stays off when the loss raises an error.

    Known: grad_mode_switched_by_hand.
    """
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        torch.set_grad_enabled(False)
        val_loss = loss_fn(model(val_t_u, *params), val_t_c)
        torch.set_grad_enabled(True)
        loss = loss_fn(model(train_t_u, *params), train_t_c)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        train_losses.append(float(loss))
        val_losses.append(float(val_loss))
    return train_losses, val_losses
