"""Wrong answers to ch06_networks/training_loop, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("training_loop")
def validation_one_step_ahead(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """The validation loss is that of the parameters after the step.

    Known: validated_after_the_step.
    """
    mode, pairs = model.training, []
    for _ in range(n_epochs):
        model.train()
        loss = loss_fn(model(t_u_train), t_c_train)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        model.eval()
        with torch.no_grad():
            pairs.append((loss.item(), loss_fn(model(t_u_val), t_c_val).item()))
    model.train(mode)
    return pairs


@instead_of("training_loop")
def validates_in_train_mode(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """Validation runs in train mode, and leaves its traces.

    Known: no_eval.
    """
    mode, pairs = model.training, []
    for _ in range(n_epochs):
        model.train()
        loss = loss_fn(model(t_u_train), t_c_train)
        with torch.no_grad():
            val = loss_fn(model(t_u_val), t_c_val)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        pairs.append((loss.item(), val.item()))
    model.train(mode)
    return pairs


@instead_of("training_loop")
def eval_and_never_back(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """From the second epoch on the model is trained in eval mode.

    Known: train_once_before_the_loop.
    """
    mode, pairs = model.training, []
    model.train()
    for _ in range(n_epochs):
        loss = loss_fn(model(t_u_train), t_c_train)
        model.eval()
        with torch.no_grad():
            val = loss_fn(model(t_u_val), t_c_val)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        pairs.append((loss.item(), val.item()))
    model.train(mode)
    return pairs


@instead_of("training_loop")
def arguments_of_the_loss_swapped(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """The loss gets the targets where it takes the predictions.

    Known: arguments_of_the_loss_exchanged.
    """
    mode, pairs = model.training, []
    for _ in range(n_epochs):
        model.train()
        loss = loss_fn(t_c_train, model(t_u_train))
        model.eval()
        with torch.no_grad():
            val = loss_fn(t_c_val, model(t_u_val))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        pairs.append((loss.item(), val.item()))
    model.train(mode)
    return pairs


@instead_of("training_loop")
def as_the_book_prints_it(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """Nothing is switched, neither mode nor gradients.

    Known: nothing_switched, no_eval, eval_taken_for_no_grad.
    """
    history = []
    for epoch in range(1, n_epochs + 1):
        t_p_train = model(t_u_train)
        loss_train = loss_fn(t_p_train, t_c_train)

        t_p_val = model(t_u_val)
        loss_val = loss_fn(t_p_val, t_c_val)

        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()

        if epoch == 1 or epoch % 1000 == 0:
            print(
                f"Epoch {epoch}, Training loss {loss_train.item():.4f},"
                f" Validation loss {loss_val.item():.4f}"
            )
        history.append((loss_train.item(), loss_val.item()))
    return history


@instead_of("training_loop")
def validated_with_gradients(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """eval() is trusted to switch gradients off.

    Known: eval_taken_for_no_grad.
    """
    losses = []
    for _ in range(n_epochs):
        model.train()
        optimizer.zero_grad()
        train_loss = loss_fn(model(t_u_train), t_c_train)
        train_loss.backward()
        model.eval()
        val_loss = loss_fn(model(t_u_val), t_c_val)
        optimizer.step()
        losses.append((train_loss.item(), val_loss.item()))
    return losses


@instead_of("training_loop")
def gradients_of_the_model_cleared(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """What the optimizer holds beside the model keeps its old gradient.

    Known: cleared_in_the_model_only.
    """
    out = []
    for _ in range(n_epochs):
        model.eval()
        with torch.no_grad():
            val = loss_fn(model(t_u_val), t_c_val).item()
        model.train()
        train = loss_fn(model(t_u_train), t_c_train)
        model.zero_grad()
        train.backward()
        optimizer.step()
        out.append((train.item(), val))
    return out


@instead_of("training_loop")
def never_cleared_and_two_lists(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """Gradients add up, and two lists come back.

    Known: never_zeroed, two_lists.
    """
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        model.eval()
        with torch.no_grad():
            val_losses.append(loss_fn(model(t_u_val), t_c_val).item())
        model.train()
        loss = loss_fn(model(t_u_train), t_c_train)
        loss.backward()
        optimizer.step()
        train_losses.append(loss.item())
    return train_losses, val_losses


@instead_of("training_loop")
def train_mode_set_once(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """The loop ends as soon as a loss is not finite, and trains in eval mode after the first epoch.

    Known: train_once_before_the_loop, stopped_where_it_diverged.
    """
    model.train()
    losses = []
    for _ in range(n_epochs):
        loss = loss_fn(model(t_u_train), t_c_train)
        if not torch.isfinite(loss):
            break
        optimizer.zero_grad()
        loss.backward()
        model.eval()
        with torch.no_grad():
            val_loss = loss_fn(model(t_u_val), t_c_val)
        optimizer.step()
        losses.append((loss.item(), val_loss.item()))
    return losses
