"""Right answers to ch05_mechanics/parameter_scale, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.parameter_scale import final_loss

EQUIVALENT = {
    "An error counts by its square, whichever way it points.": [
        ("(w * t_u + b - t_c) ** 2", "(t_c - (w * t_u + b)) ** 2"),
    ],
    "t_u and t_c have one dtype and device.": [
        ("device=t_u.device", "device=t_c.device"),
        ("dtype=t_u.dtype", "dtype=t_c.dtype"),
    ],
    "Seen on CUDA only: parameters are made where the readings are.": [
        ("device=t_u.device, ", ""),
    ],
}


@instead_of("final_loss")
def with_a_linear_layer(n_epochs, make_optimizer, t_u, t_c):
    layer = nn.utils.skip_init(nn.Linear, 1, 1, device=t_u.device, dtype=t_u.dtype)
    nn.init.ones_(layer.weight)
    nn.init.zeros_(layer.bias)
    optimizer = make_optimizer(list(layer.parameters()))
    x, y = t_u.unsqueeze(1), t_c.unsqueeze(1)
    for _ in range(n_epochs):
        optimizer.zero_grad()
        nn.functional.mse_loss(layer(x), y).backward()
        optimizer.step()
    return float(nn.functional.mse_loss(layer(x), y))


@instead_of("final_loss")
def with_two_numbers(n_epochs, make_optimizer, t_u, t_c):
    w = nn.Parameter(t_u.new_ones(()))
    b = nn.Parameter(t_u.new_zeros(()))
    optimizer = make_optimizer([w, b])
    for epoch in range(n_epochs + 1):
        loss = torch.square(torch.add(b, t_u * w) - t_c).sum() / len(t_c)
        if epoch < n_epochs:
            w.grad, b.grad = torch.autograd.grad(loss, [w, b])
            optimizer.step()
    return loss.tolist()


@instead_of("final_loss")
def with_a_gradient_by_hand(n_epochs, make_optimizer, t_u, t_c):
    inputs = torch.stack([t_u, torch.ones_like(t_u)])
    params = t_u.new_tensor([1.0, 0.0])
    optimizer = make_optimizer([params])
    while n_epochs:
        params.grad = 2 * inputs @ (params @ inputs - t_c) / t_c.numel()
        optimizer.step()
        n_epochs -= 1
    return (params @ inputs - t_c).pow(2).mean().item()


@instead_of("final_loss")
def with_a_closure(n_epochs, make_optimizer, t_u, t_c):
    params = t_u.new_tensor([1.0, 0.0]).requires_grad_()
    optimizer = make_optimizer([params])

    def closure():
        optimizer.zero_grad(set_to_none=False)
        loss = ((params[0] * t_u + params[1] - t_c) ** 2).mean()
        loss.backward()
        return loss

    for _ in range(n_epochs):
        optimizer.step(closure)
    return closure().item()


@instead_of("losses_by_scale")
def one_after_the_other(n_epochs, make_optimizer, t_u, t_c, scales):
    losses = []
    for scale in scales:
        scaled = t_u.clone()
        scaled *= scale
        losses += [final_loss(n_epochs, make_optimizer, scaled, t_c)]
    return losses


@instead_of("losses_by_scale")
def one_tensor_set_back_each_time(n_epochs, make_optimizer, t_u, t_c, scales):
    params = torch.empty(2, device=t_u.device, dtype=t_u.dtype, requires_grad=True)
    losses = []
    for x in [scale * t_u for scale in scales]:
        params.data = params.new_tensor([1.0, 0.0])
        optimizer = make_optimizer([params])
        for epoch in range(n_epochs + 1):
            params.grad = None
            loss = (params[0] * x + params[1] - t_c).square().mean()
            if epoch == n_epochs:
                break
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses


@instead_of("losses_by_scale")
def the_first_then_the_rest(n_epochs, make_optimizer, t_u, t_c, scales):
    if not scales:
        return []
    first, *rest = scales
    loss = final_loss(n_epochs, make_optimizer, t_u.mul(first), t_c.clone())
    return [loss, *the_first_then_the_rest(n_epochs, make_optimizer, t_u, t_c, rest)]
