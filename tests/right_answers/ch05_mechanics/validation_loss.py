"""Right answers to ch05_mechanics/validation_loss, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Two empty lists are alike.": [
        ("train_losses, val_losses = [], []", "val_losses, train_losses = [], []"),
    ],
    "Inference mode is no_grad, and more.": [("torch.no_grad()", "torch.inference_mode()")],
    "A step does not change a loss that was measured before it.": [
        (
            """
            optimizer.step()
            train_losses.append(train_loss.item())
            """,
            """
            train_losses.append(train_loss.item())
            optimizer.step()
            """,
        ),
    ],
    "The two lists know nothing of each other.": [
        (
            """
            train_losses.append(train_loss.item())
            val_losses.append(val_loss.item())
            """,
            """
            val_losses.append(val_loss.item())
            train_losses.append(train_loss.item())
            """,
        ),
    ],
}


@instead_of("training_loop")
def with_calc_forward(n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c):
    """As in §5.5.4 of the book."""

    def calc_forward(t_u, t_c, is_train):
        with torch.set_grad_enabled(is_train):
            return loss_fn(params[0] * t_u + params[1], t_c)

    losses = []
    for _ in range(n_epochs):
        val_loss = calc_forward(val_t_u, val_t_c, False)
        train_loss = calc_forward(train_t_u, train_t_c, True)
        losses.append((float(train_loss), float(val_loss)))
        optimizer.zero_grad()
        train_loss.backward()
        optimizer.step()
    return [train for train, _ in losses], [val for _, val in losses]


@instead_of("training_loop")
def with_detached_parameters(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """Without any context: what does not require a gradient builds no graph."""
    train_losses, val_losses = [], []
    while len(train_losses) < n_epochs:
        constants = params.detach()
        val_losses.append(loss_fn(constants[0] * val_t_u + constants[1], val_t_c).item())
        train_loss = loss_fn(torch.addcmul(params[1], params[0], train_t_u), train_t_c)
        (params.grad,) = torch.autograd.grad(train_loss, params)
        train_losses.append(train_loss.tolist())
        optimizer.step()
    return train_losses, val_losses


@instead_of("training_loop")
def validated_when_all_is_done(
    n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c
):
    """Keeps copies of the parameters, and looks at the validation data only after training."""
    optimizer.zero_grad()
    train_losses, history = [], []
    for _ in range(n_epochs):
        history.append(params.detach().clone())
        loss = loss_fn(params @ torch.stack([train_t_u, torch.ones_like(train_t_u)]), train_t_c)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        train_losses.append(loss.detach().cpu().item())
    with torch.inference_mode():
        return train_losses, [loss_fn(w * val_t_u + b, val_t_c).item() for w, b in history]


@instead_of("training_loop")
def with_torch_func(n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c):
    """The gradient by a function transform, validation by a decorated function."""

    def loss_of(both):
        return loss_fn(both[0] * train_t_u + both[1], train_t_c)

    @torch.no_grad()
    def validate():
        w, b = params
        return loss_fn(b + w * val_t_u, val_t_c).item()

    curves = [], []
    for _ in range(n_epochs):
        grad, loss = torch.func.grad_and_value(loss_of)(params.detach())
        curves[0].append(loss.item())
        curves[1].append(validate())
        params.grad = grad
        optimizer.step()
    return curves


@instead_of("training_loop")
def step_by_step(n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c):
    """The losses on the host in one go, at the end."""
    train_losses = torch.zeros(n_epochs, device=params.device, dtype=params.dtype)
    val_losses = train_losses.clone()
    for epoch in range(n_epochs):
        with torch.no_grad():
            val_losses[epoch] = loss_fn(params[0] * val_t_u + params[1], val_t_c)
        optimizer.zero_grad()
        train_loss = loss_fn(params[0] * train_t_u + params[1], train_t_c)
        train_loss.backward()
        train_losses[epoch] = train_loss.detach()
        optimizer.step()
    return train_losses.tolist(), val_losses.tolist()


@instead_of("training_loop")
def with_a_closure(n_epochs, optimizer, params, loss_fn, train_t_u, val_t_u, train_t_c, val_t_c):
    """The step asks for the loss by itself."""
    train_losses, val_losses = [], []

    def closure():
        optimizer.zero_grad(set_to_none=False)
        loss = loss_fn(params[0] * train_t_u + params[1], train_t_c)
        loss.backward()
        train_losses.append(loss.item())
        return loss

    for _ in range(n_epochs):
        with torch.no_grad():
            val_losses.append(loss_fn(params[0] * val_t_u + params[1], val_t_c).item())
        optimizer.step(closure)
    return train_losses, val_losses
