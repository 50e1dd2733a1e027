"""Right answers to ch06_networks/training_loop, written differently."""

import copy

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A step does not change losses that were measured before it.": [
        (
            """
            optimizer.step()
            losses.append((loss_train.item(), loss_val.item()))
            """,
            """
            losses.append((loss_train.item(), loss_val.item()))
            optimizer.step()
            """,
        ),
    ],
    "Inference mode is no_grad, and more.": [("torch.no_grad()", "torch.inference_mode()")],
}


@instead_of("training_loop")
def with_inference_mode(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    history = []
    for _epoch in range(1, n_epochs + 1):
        t_p_train = model.train()(t_u_train)
        with torch.inference_mode():
            t_p_val = model.eval()(t_u_val)
            loss_val = loss_fn(t_p_val, t_c_val)
        loss_train = loss_fn(t_p_train, t_c_train)
        optimizer.zero_grad(set_to_none=False)
        loss_train.backward()
        optimizer.step()
        history += [(float(loss_train), float(loss_val))]
    return history


@instead_of("training_loop")
def measured_before_training(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    modes = {module: module.training for module in model.modules()}
    losses = []
    optimizer.zero_grad()
    for _ in range(n_epochs):
        pair = []
        for training, t_u, t_c in [(False, t_u_val, t_c_val), (True, t_u_train, t_c_train)]:
            model.train(mode=training)
            with torch.set_grad_enabled(training):
                loss = loss_fn(model(t_u), t_c)
            pair.insert(0, loss.item())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(tuple(pair))
    for module, training in modes.items():
        module.training = training
    return losses


@instead_of("training_loop")
def with_a_closure(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    def closure():
        optimizer.zero_grad(set_to_none=True)
        loss = loss_fn(model(t_u_train), t_c_train)
        loss.backward()
        return loss

    losses = []
    for _ in range(n_epochs):
        model.eval()
        with torch.no_grad():
            loss_val = loss_fn(model(t_u_val), t_c_val).item()
        model.train()
        losses.append((optimizer.step(closure).item(), loss_val))
    return losses


@instead_of("training_loop")
def with_a_copy_for_validation(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        model.train()
        with torch.no_grad():
            twin = copy.deepcopy(model).eval().requires_grad_(False)
            val_losses.append(loss_fn(twin(t_u_val), t_c_val).item())
        optimizer.zero_grad()
        loss = loss_fn(model(t_u_train), t_c_train)
        loss.backward()
        train_losses.append(loss.tolist())
        optimizer.step()
    return list(zip(train_losses, val_losses, strict=True))
