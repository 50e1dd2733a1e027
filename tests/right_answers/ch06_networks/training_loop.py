"""Right answers to ch06_networks/training_loop, written differently."""

import copy

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("training_loop")
def as_in_the_book(n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val):
    history = []
    mode = model.training
    try:
        for _epoch in range(1, n_epochs + 1):
            t_p_train = model.train()(t_u_train)
            with torch.inference_mode():
                t_p_val = model.eval()(t_u_val)
            for t_p, t_c in [(t_p_train, t_c_train), (t_p_val, t_c_val)]:
                if t_p.size() != t_c.size():
                    raise ValueError(f"{t_p.size()} is not {t_c.size()}")
            loss_train = loss_fn(t_p_train, t_c_train)
            with torch.inference_mode():
                loss_val = loss_fn(t_p_val, t_c_val)
            optimizer.zero_grad()
            loss_train.backward()
            optimizer.step()
            history += [(float(loss_train), float(loss_val))]
    finally:
        model.train(mode)
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
                t_p = model(t_u)
                if tuple(t_p.shape) != tuple(t_c.shape):
                    raise ValueError(f"shapes {tuple(t_p.shape)}, {tuple(t_c.shape)}")
                loss = loss_fn(t_p, t_c)
            pair.insert(0, loss.item())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(tuple(pair))
    for module, training in modes.items():
        module.training = training
    return losses


@instead_of("training_loop")
def with_a_copy_for_validation(
    n_epochs, optimizer, model, loss_fn, t_u_train, t_u_val, t_c_train, t_c_val
):
    def measure(net, t_u, t_c):
        t_p = net(t_u)
        if list(t_p.shape) != list(t_c.shape):
            raise ValueError(f"got {list(t_p.shape)}, wanted {list(t_c.shape)}")
        return loss_fn(t_p, t_c)

    was_training = model.training
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        model.train()
        with torch.no_grad():
            twin = copy.deepcopy(model).eval().requires_grad_(False)
            val_losses.append(measure(twin, t_u_val, t_c_val).item())
        optimizer.zero_grad()
        loss = measure(model, t_u_train, t_c_train)
        loss.backward()
        train_losses.append(loss.tolist())
        optimizer.step()
    model.train(was_training)
    return list(zip(train_losses, val_losses, strict=True))
