"""Right answers to ch05_mechanics/autograd_backward, written differently."""

import copy

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("new_params")
def as_in_the_book(start):
    return torch.tensor(start, requires_grad=True)


@instead_of("new_params")
def an_empty_tensor_filled(start):
    params = torch.empty_like(start, requires_grad=True)
    with torch.no_grad():
        params.copy_(start)
    return params


@instead_of("new_params")
def from_a_list(start):
    values = start.tolist()
    return torch.tensor(values, dtype=start.dtype, device=start.device, requires_grad=True)


@instead_of("new_params")
def a_module_parameter(start):
    return torch.nn.Parameter(copy.deepcopy(start.detach()))


@instead_of("loss_gradient")
def line_by_line_as_in_the_book(model, loss_fn, params, t_u, t_c):
    t_p = model(t_u, *params)
    loss = loss_fn(t_p, t_c)
    loss.backward()
    return params.grad


@instead_of("loss_gradient")
def in_the_same_memory(model, loss_fn, params, t_u, t_c):
    leaf = params.detach().requires_grad_()
    return torch.autograd.grad(loss_fn(model(t_u, *leaf), t_c), leaf)[0]


@instead_of("loss_gradient")
def a_leaf_for_each(model, loss_fn, params, t_u, t_c):
    leaves = [param.requires_grad_() for param in params.detach().clone()]
    loss_fn(model(t_u, *leaves), t_c).backward()
    rates = [0 if leaf.grad is None else leaf.grad.item() for leaf in leaves]
    return torch.tensor(rates, dtype=params.dtype, device=params.device)


@instead_of("loss_gradient")
def by_a_function(model, loss_fn, params, t_u, t_c):
    loss = torch.func.grad(lambda params: loss_fn(model(t_u, *params), t_c))
    return loss(params.detach())


@instead_of("loss_gradient")
def one_element_at_a_time(model, loss_fn, params, t_u, t_c):
    leaf = torch.nn.Parameter(params.detach().clone())
    arguments = [leaf[i] for i in range(leaf.numel())]
    loss_fn(model(t_u, *arguments), t_c).backward(inputs=[leaf])
    gradient, leaf.grad = leaf.grad, None
    return gradient
