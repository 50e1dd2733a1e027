"""Right answers to ch05_mechanics/gradient_accumulation, written differently."""

import math

import torch
from torch.utils.data import DataLoader, TensorDataset

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "An error counts by its square, whichever way it points.": [
        ("(w * t_u + b - t_c) ** 2", "(t_c - (w * t_u + b)) ** 2"),
    ],
    "A parameter made outside of inference mode is changed in it as under no_grad.": [
        ("torch.no_grad()", "torch.inference_mode()"),
    ],
    "Outside the contract: old gradients after a ValueError.": [
        (
            """
            if micro_batch_size < 1:
                raise ValueError(f"micro_batch_size must be at least 1, not {micro_batch_size}")
            model.zero_grad()
            """,
            """
            model.zero_grad()
            if micro_batch_size < 1:
                raise ValueError(f"micro_batch_size must be at least 1, not {micro_batch_size}")
            """,
        ),
    ],
    "There is one target for each input, so their pieces are as many.": [
        (", strict=True", "", ", strict=False"),
        ("/ len(inputs)", "/ len(targets)"),
    ],
    "A loss that is known does not change in backward.": [
        (
            """
            loss.backward()
            mean_loss += loss.item()
            """,
            """
            mean_loss += loss.item()
            loss.backward()
            """,
        ),
    ],
    "Nobody else holds the number mean_loss.": [
        ("mean_loss += loss.item()", "mean_loss = mean_loss + loss.item()"),
    ],
}


@instead_of("training_loop")
def with_an_optimizer(n_epochs, learning_rate, params, t_u, t_c):
    optimizer = torch.optim.SGD([params], lr=learning_rate)
    for _ in range(n_epochs):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(params[0] * t_u + params[1], t_c).backward()
        optimizer.step()
    return params


@instead_of("training_loop")
def zeroed_as_in_the_book(n_epochs, learning_rate, params, t_u, t_c):
    for _ in range(1, n_epochs + 1):
        if params.grad is not None:
            params.grad.zero_()
        w, b = params
        (w * t_u + b - t_c).square().mean().backward()
        params.data.sub_(learning_rate * params.grad)
    return params


@instead_of("training_loop")
def gradients_handed_back(n_epochs, learning_rate, params, t_u, t_c):
    design = torch.stack([t_u, torch.ones_like(t_u)], dim=1)
    for _ in range(n_epochs):
        (grad,) = torch.autograd.grad(((design @ params - t_c) ** 2).mean(), params)
        with torch.no_grad():
            params.add_(grad, alpha=-learning_rate)
    return params


@instead_of("training_loop")
def on_a_copy_then_copied_back(n_epochs, learning_rate, params, t_u, t_c):
    current = params.detach().clone()
    slope = torch.func.grad(lambda p: ((p[0] * t_u + p[1] - t_c) ** 2).mean())
    for _ in range(n_epochs):
        current = current - learning_rate * slope(current)
    with torch.no_grad():
        params.copy_(current)
    return params


@instead_of("training_loop")
def cleared_after_each_step_too(n_epochs, learning_rate, params, t_u, t_c):
    params.grad = None
    for _ in range(n_epochs):
        w, b = params
        torch.autograd.backward(torch.mean((w * t_u + b - t_c) ** 2))
        with torch.no_grad():
            params[:] = params - learning_rate * params.grad
        params.grad.zero_()
    return params


@instead_of("accumulate_gradients")
def sums_divided_at_the_end(model, loss_fn, inputs, targets, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError(f"{micro_batch_size} samples in a micro-batch")
    model.zero_grad(set_to_none=False)
    total = 0.0
    for start in range(0, len(inputs), micro_batch_size):
        some = slice(start, start + micro_batch_size)
        loss = loss_fn(model.forward(inputs[some]), targets[some]) * len(inputs[some])
        loss.backward()
        total += float(loss)
    for parameter in model.parameters():
        if parameter.grad is not None:
            parameter.grad /= len(inputs)
    return total / len(inputs)


@instead_of("accumulate_gradients")
def zeros_first_then_autograd_grad(model, loss_fn, inputs, targets, micro_batch_size):
    if not micro_batch_size >= 1:
        raise ValueError("micro_batch_size is not positive")
    parameters = list(model.parameters())
    for parameter in parameters:
        parameter.grad = torch.zeros_like(parameter)
    trained = [parameter for parameter in parameters if parameter.requires_grad]
    losses = []
    for x, y in zip(inputs.split(micro_batch_size), targets.split(micro_batch_size), strict=True):
        loss = loss_fn(model(x), y)
        for p, grad in zip(
            trained, torch.autograd.grad(loss, trained, allow_unused=True), strict=True
        ):
            if grad is not None:
                p.grad.add_(grad, alpha=len(x) / len(inputs))
        losses.append(loss.detach() * (len(x) / len(inputs)))
    return torch.stack(losses).sum().item()


@instead_of("accumulate_gradients")
def evenly_cut_from_the_back(model, loss_fn, inputs, targets, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size={micro_batch_size}")
    n_pieces = math.ceil(len(inputs) / micro_batch_size)
    for parameter in model.parameters():
        parameter.grad = None
    mean = 0.0
    pieces = zip(inputs.tensor_split(n_pieces), targets.tensor_split(n_pieces), strict=True)
    for x, y in reversed(list(pieces)):
        loss = loss_fn(model(x), y)
        loss.backward(torch.full_like(loss, len(x) / len(inputs)))
        mean += loss.item() * len(x) / len(inputs)
    return mean


@instead_of("accumulate_gradients")
def every_nth_sample(model, loss_fn, inputs, targets, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size {micro_batch_size}")
    model.zero_grad()
    n_pieces = -(-len(inputs) // micro_batch_size)
    seen, mean = 0, 0.0
    for first in range(n_pieces):
        x, y = inputs[first::n_pieces], targets[first::n_pieces]
        seen += len(x)
        # A running mean: what is there shrinks, then the new piece is added by its share.
        for parameter in model.parameters():
            if parameter.grad is not None:
                parameter.grad *= (seen - len(x)) / seen
        loss = loss_fn(model(x), y)
        (loss * (len(x) / seen)).backward()
        mean += (loss.item() - mean) * len(x) / seen
    return mean


@instead_of("accumulate_gradients")
def by_functional_call(model, loss_fn, inputs, targets, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size = {micro_batch_size}")
    trained = {name: p.detach() for name, p in model.named_parameters() if p.requires_grad}

    def loss_of(parameters, x, y):
        return loss_fn(torch.func.functional_call(model, parameters, (x,)), y)

    total = 0.0
    sums = {name: torch.zeros_like(p) for name, p in trained.items()}
    for x, y in zip(inputs.split(micro_batch_size), targets.split(micro_batch_size), strict=True):
        grads, loss = torch.func.grad_and_value(loss_of)(trained, x, y)
        total += len(x) * loss.item()
        for name in sums:
            sums[name] += len(x) * grads[name]
    for name, parameter in model.named_parameters():
        parameter.grad = sums[name] / len(inputs) if name in sums else None
    return total / len(inputs)


@instead_of("accumulate_gradients")
def with_a_loader(model, loss_fn, inputs, targets, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size: {micro_batch_size}")
    model.zero_grad()
    loader = DataLoader(
        TensorDataset(inputs, targets),
        batch_size=micro_batch_size,
        generator=torch.Generator(),  # else the loader draws a seed from the global one
    )
    losses = []
    for x, y in loader:
        loss = loss_fn(model(x), y) * x.shape[0] / inputs.shape[0]
        loss.backward()
        losses.append(loss.item())
    return math.fsum(losses)
