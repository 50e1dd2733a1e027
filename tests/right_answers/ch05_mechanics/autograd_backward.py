"""Right answers to ch05_mechanics/autograd_backward, written differently."""

import copy

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("new_params")
def an_empty_tensor_filled(start, scale=1.0, dtype=None):
    params = torch.empty_like(start, dtype=dtype, requires_grad=True)
    with torch.no_grad():
        params.copy_(start).mul_(scale)
    return params


@instead_of("new_params")
def from_a_list(start, scale=1.0, dtype=None):
    values = [scale * value for value in start.tolist()]
    dtype = start.dtype if dtype is None else dtype
    return torch.tensor(values, dtype=dtype, device=start.device, requires_grad=True)


@instead_of("new_params")
def a_module_parameter(start, scale=1.0, dtype=None):
    with torch.no_grad():
        values = copy.deepcopy(start.detach()).to(dtype or start.dtype) * scale
    return torch.nn.Parameter(values)


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


@instead_of("sample_gradients")
def one_record_kept(model, loss_fn, params, t_u, t_c):
    leaf = params.detach().requires_grad_()
    t_p = model(t_u, *leaf)
    rows = torch.empty(len(t_u), len(leaf), dtype=params.dtype, device=params.device)
    for i in range(len(t_u)):
        loss = loss_fn(t_p[i : i + 1], t_c[i : i + 1])
        rows[i] = torch.autograd.grad(loss, leaf, retain_graph=True)[0]
    return rows


@instead_of("sample_gradients")
def params_for_each_sample(model, loss_fn, params, t_u, t_c):
    copies = params.detach().repeat(len(t_u), 1).requires_grad_()
    t_p = model(t_u, *copies.unbind(dim=1))
    pairs = zip(t_p.split(1), t_c.split(1), strict=True)
    sum(loss_fn(*pair) for pair in pairs).backward()
    return copies.grad


@instead_of("sample_gradients")
def by_jacobian(model, loss_fn, params, t_u, t_c):
    def losses(params):
        t_p = model(t_u, *params)
        return torch.stack([loss_fn(t_p[i], t_c[i]) for i in range(len(t_c))])

    return torch.autograd.functional.jacobian(losses, params.detach())


@instead_of("sample_gradients")
def by_vmap(model, loss_fn, params, t_u, t_c):
    def loss(params, u, c):
        return loss_fn(model(u, *params), c)

    return torch.func.vmap(torch.func.grad(loss), in_dims=(None, 0, 0))(params.detach(), t_u, t_c)
