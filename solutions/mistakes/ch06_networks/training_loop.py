"""Known wrong answers to ch06_networks/training_loop."""

import torch
from torch import nn

from katas._dojo.mistakes import instead_of
from solutions.katas.ch06_networks import training_loop as right


def _loss(model, loss_fn, t_u, t_c):
    t_p = model(t_u)
    _compare(t_p, t_c)
    return loss_fn(t_p, t_c)


def _compare(t_p, t_c):
    if t_p.shape != t_c.shape:
        raise ValueError(f"predictions {list(t_p.shape)} against targets {list(t_c.shape)}")


@instead_of("training_loop")
def never_zeroed(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You never cleared the gradients, so each backward adds to the one before. Call
    optimizer.zero_grad() in every epoch, before backward."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def zeroed_once(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You cleared the gradients once, ahead of the loop. backward adds in every epoch: clear
    them in every epoch."""
    was_training = model.training
    losses = []
    optimizer.zero_grad()
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def zeroed_between_backward_and_step(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You cleared the gradients between backward and step, so step finds none and nothing
    moves. Clear them before backward."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        loss_train.backward()
        optimizer.zero_grad()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def zeroed_after_the_step_only(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You cleared the gradients after the step only. The first epoch may find old ones: clear
    them before backward."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        loss_train.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def stepped_before_backward(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You stepped before backward, along the gradient of the epoch before. Zero, backward,
    step, in this order."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.step()
        optimizer.zero_grad()
        loss_train.backward()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def zeroed_by_the_model(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You called model.zero_grad(). The optimizer may hold parameters that are not in the
    model: optimizer.zero_grad() clears what it moves."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        model.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def no_eval(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You validated in train mode. Dropout then adds noise, and batch norm learns from the
    validation data: call model.eval() first."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def train_once_before_the_loop(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You called model.train() once, ahead of the loop. After the first validation the model
    stays in eval mode: switch back in every epoch."""
    was_training = model.training
    losses = []
    model.train()
    for _ in range(n_epochs):
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def never_in_train_mode(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You trained in the mode in which the model came. If that is eval mode, dropout is off and
    batch norm learns nothing: call model.train() in every epoch."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train(was_training)
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def only_the_outermost_flag(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You set model.training yourself. That changes the outermost module alone: train() and
    eval() reach every submodule."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.training = True
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.training = False
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def left_in_eval_mode(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You left the model in eval mode. Note model.training first, and put it back at the
    end."""
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    return losses


@instead_of("training_loop")
def left_in_train_mode(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You left the model in train mode, whichever it came in. Note model.training first, and
    put it back at the end."""
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train()
    return losses


@instead_of("training_loop")
def eval_taken_for_no_grad(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You validated in eval mode, but with gradients on. eval() changes how layers behave; only
    no_grad() keeps autograd from recording."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def trained_on_validation_too(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You went back through the validation loss as well, so the model learns the data it is to
    be judged by. backward belongs to the training loss alone."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        (loss_train + loss_val).backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def trained_on_validation_instead(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You went back through the validation loss. Train on the training loss."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_val.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def no_grad_around_training(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You computed the training loss under no_grad. Without a graph nothing can be learnt: only
    validation goes there."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        with torch.no_grad():
            loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def grad_mode_left_off(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You switched gradients off and not on again, so the next epoch has no graph. Use no_grad
    in a with."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        torch.set_grad_enabled(False)
        loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def validated_after_the_step(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You measured the validation loss after the step. Both losses are those of the parameters
    before it."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def tensors_returned(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You returned tensors. One that still has its graph keeps the memory of its epoch alive:
    take the number with item()."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train, loss_val))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def rounded(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You rounded the losses. Return them as they are; rounding is for printing."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((round(loss_train.item(), 2), round(loss_val.item(), 2)))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def lists_in_the_list(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """Your list holds lists. Each epoch is a tuple of two floats."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append([loss_train.item(), loss_val.item()])
    model.train(was_training)
    return losses


@instead_of("training_loop")
def validation_first(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You put the validation loss first. The training loss comes first."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_val.item(), loss_train.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def the_last_epoch_only(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You returned the last epoch's losses. Return those of every epoch."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses[-1:]


@instead_of("training_loop")
def one_epoch_too_many(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You trained one epoch more than was asked. range(1, n_epochs + 1) and range(n_epochs)
    both have n_epochs."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs + 1):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def two_steps_an_epoch(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You stepped twice in one epoch. One gradient, one step."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def arguments_exchanged(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You handed the loss its arguments in the wrong order. Predictions come first, then
    targets: not every loss is symmetric."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, lambda t_p, t_c: loss_fn(t_c, t_p), t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, lambda t_p, t_c: loss_fn(t_c, t_p), t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def squared_error_whatever_the_loss(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You computed the mean squared error yourself. The loss is the caller's choice: call
    loss_fn."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, nn.functional.mse_loss, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, nn.functional.mse_loss, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def an_optimizer_of_your_own(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You made an optimizer of your own. The caller chose one, which may hold momentum already:
    use it."""
    was_training = model.training
    losses = []
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-2)
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def forward_called_by_name(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You called model.forward(x), which skips the model's hooks. Call the model."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model.forward, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model.forward, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def gradients_clipped(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You clipped the gradients. That changes the step: the loop hands the optimizer what
    backward gives."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def shapes_not_compared(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You did not compare shapes. [9, 1] against [9] broadcasts to [9, 9]: the loss compares
    each prediction with every target, and the fit ends flat, at their mean."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = loss_fn(model(t_u_train), t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = loss_fn(model(t_u_val), t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def only_training_shapes_compared(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You compared the shapes in training only. A validation loss over [2, 2] is just as
    wrong."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = loss_fn(model(t_u_val), t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def only_validation_shapes_compared(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You compared the shapes in validation only. The training loss is the one that teaches."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = loss_fn(model(t_u_train), t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def targets_reshaped(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You reshaped the targets to fit. Here shapes that differ are the caller's mistake, and
    might be another one than you think: raise ValueError."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = loss_fn(model(t_u_train), t_c_train.reshape(-1, 1))
        model.eval()
        with torch.no_grad():
            loss_val = loss_fn(model(t_u_val), t_c_val.reshape(-1, 1))
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def numbers_of_elements_compared(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You compared how many elements there are. [9, 1] and [9] both have 9, and still broadcast
    to [9, 9]: compare the shapes."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        t_p = model(t_u_train)
        if t_p.numel() != t_c_train.numel():
            raise ValueError(f"{t_p.shape} against {t_c_train.shape}")
        loss_train = loss_fn(t_p, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = loss_fn(model(t_u_val), t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def lengths_compared(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You compared the lengths. [9, 1] and [9] are both of length 9, and broadcast to [9, 9]
    all the same: compare the shapes."""
    for t_u, t_c in [(t_u_train, t_c_train), (t_u_val, t_c_val)]:
        if len(t_u) != len(t_c):
            raise ValueError(f"{list(t_u.shape)} against {list(t_c.shape)}")
    compare, right._loss = right._loss, lambda model, loss_fn, t_u, t_c: loss_fn(model(t_u), t_c)
    try:
        return right.training_loop(
            n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
        )
    finally:
        right._loss = compare


@instead_of("training_loop")
def inputs_compared_with_targets(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You compared the inputs' shape with the targets'. It is the predictions that are compared
    with the targets, and a model may change the shape."""
    for t_u, t_c in [(t_u_train, t_c_train), (t_u_val, t_c_val)]:
        _compare(t_u, t_c)
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = loss_fn(model(t_u_train), t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = loss_fn(model(t_u_val), t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def compared_after_the_step(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You validated, and compared shapes, after the first step. When the error comes,
    parameters have already moved: compare before you step."""
    was_training = model.training
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            t_p_val = model(t_u_val)
            loss_val = loss_fn(t_p_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        _compare(t_p_val, t_c_val)
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def an_error_without_the_shapes(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """Your error does not say which shapes differ. Name both: whoever reads it has to find
    them."""
    try:
        return right.training_loop(
            n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
        )
    except ValueError:
        raise ValueError("predictions and targets differ in shape") from None


@instead_of("training_loop")
def an_assertion(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You compared the shapes with assert. That vanishes under python -O, and is not the
    ValueError that a caller waits for: raise ValueError."""
    try:
        return right.training_loop(
            n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
        )
    except ValueError as error:
        raise AssertionError(str(error)) from None


@instead_of("training_loop")
def targets_centred_in_place(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    """You changed the targets in place. They belong to the caller."""
    was_training = model.training
    losses = []
    t_c_train -= 0.5
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses


@instead_of("training_loop")
def noise_drawn(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    """You shuffled the samples with torch's random numbers, which a loop over the whole batch
    has no need of. Whoever seeded them gets other ones afterwards."""
    was_training = model.training
    losses = []
    order = torch.randperm(len(t_u_train), device=t_u_train.device)
    t_u_train, t_c_train = t_u_train[order], t_c_train[order]
    for _ in range(n_epochs):
        model.train()
        loss_train = _loss(model, loss_fn, t_u_train, t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    model.train(was_training)
    return losses
