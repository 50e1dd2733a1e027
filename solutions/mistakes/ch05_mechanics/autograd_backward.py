"""Known wrong answers to ch05_mechanics/autograd_backward."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.autograd_backward import (
    loss_gradient,
    new_params,
    sample_gradients,
)


@instead_of("new_params")
def scaled_after_requires_grad(start, scale=1.0, dtype=None):
    """You asked for a gradient first and scaled afterwards. What comes out of an operation is no
    leaf and gets no .grad: call requires_grad_ last."""
    return scale * start.detach().to(dtype or start.dtype).requires_grad_()


@instead_of("new_params")
def converted_after_requires_grad(start, scale=1.0, dtype=None):
    """You asked for a gradient before .to(dtype). Where the dtype changes, .to makes a new tensor,
    which is no leaf: convert first, call requires_grad_ last."""
    params = (scale * start.detach()).requires_grad_()
    return params.to(dtype or start.dtype)


@instead_of("new_params")
def still_attached_to_start(start, scale=1.0, dtype=None):
    """You computed from start without detaching it. When start requires a gradient the result is
    no leaf, and its gradient goes back to start: detach first."""
    return (scale * start).to(dtype or start.dtype).requires_grad_()


@instead_of("new_params")
def requires_grad_forgotten(start, scale=1.0, dtype=None):
    """You returned a tensor that requires no gradient. Call requires_grad_() on it; an attribute
    spelt differently (require_grad = True) is accepted and does nothing."""
    return (scale * start.detach()).to(dtype or start.dtype)


@instead_of("new_params")
def scaled_in_place(start, scale=1.0, dtype=None):
    """You scaled start itself: detach gives a tensor in the same memory. Multiply into a new one,
    or clone first."""
    return start.detach().mul_(scale).to(dtype or start.dtype).clone().requires_grad_()


@instead_of("new_params")
def the_memory_of_start(start, scale=1.0, dtype=None):
    """You returned a tensor in the memory of start when there was nothing to scale. detach makes
    no copy: clone as well."""
    values = start.detach() if scale == 1.0 else scale * start.detach()
    return values.to(dtype or start.dtype).requires_grad_()


@instead_of("new_params")
def through_a_list(start, scale=1.0, dtype=None):
    """You went through a list of numbers, so torch chose its default dtype. Pass on the dtype of
    start, and its device."""
    values = [scale * value for value in start.tolist()]
    return torch.tensor(values, dtype=dtype, requires_grad=True)


@instead_of("loss_gradient")
def on_the_params_that_came_in(model, loss_fn, params, t_u, t_c):
    """You called backward on the caller's own params. It adds to the .grad they hold, and fails if
    they require none: work on a leaf of your own."""
    loss_fn(model(t_u, *params), t_c).backward()
    return params.grad


@instead_of("loss_gradient")
def requires_grad_switched_on(model, loss_fn, params, t_u, t_c):
    """You switched requires_grad on for the caller's params. They stay so when you are done: work
    on a leaf of your own."""
    params.requires_grad_()
    return torch.autograd.grad(loss_fn(model(t_u, *params), t_c), params)[0]


@instead_of("loss_gradient")
def the_old_gradient_cleared(model, loss_fn, params, t_u, t_c):
    """You cleared the caller's .grad to make room. It was not yours: work on a leaf of your own,
    which has none yet."""
    params.grad = None
    return loss_gradient(model, loss_fn, params, t_u, t_c)


@instead_of("loss_gradient")
def a_clone_that_is_no_leaf(model, loss_fn, params, t_u, t_c):
    """You cloned params without detaching. The clone of a tensor that requires a gradient is no
    leaf, so its .grad stays empty: detach as well."""
    leaf = params.clone().requires_grad_()
    loss_fn(model(t_u, *leaf), t_c).backward()
    return leaf.grad


@instead_of("loss_gradient")
def the_params_as_numbers(model, loss_fn, params, t_u, t_c):
    """You handed plain numbers to the model. Torch cannot record what happens to them, so the loss
    requires no gradient: hand over the elements of a leaf."""
    loss_fn(model(t_u, *params.tolist()), t_c).backward()
    return params.grad


@instead_of("loss_gradient")
def the_loss_made_anew(model, loss_fn, params, t_u, t_c):
    """You made a new tensor of the loss. It is a leaf itself and knows nothing of params, and
    requires_grad only hides that: call backward on the loss that was computed."""
    leaf = new_params(params)
    loss = loss_fn(model(t_u, *leaf), t_c).item()
    torch.tensor(loss, requires_grad=True).backward()
    return leaf.grad


@instead_of("loss_gradient")
def the_graph_kept(model, loss_fn, params, t_u, t_c):
    """You let the gradient record how it came about, with create_graph. Nobody differentiates it
    again: it only holds memory."""
    leaf = new_params(params)
    loss = loss_fn(model(t_u, *leaf), t_c)
    return torch.autograd.grad(loss, leaf, create_graph=True)[0]


@instead_of("loss_gradient")
def the_target_first(model, loss_fn, params, t_u, t_c):
    """You handed the target over first. A loss takes the prediction, then the target, and not
    every loss is the same both ways round."""
    return loss_gradient(model, lambda t_p, t_c: loss_fn(t_c, t_p), params, t_u, t_c)


@instead_of("loss_gradient")
def every_parameter_must_be_used(model, loss_fn, params, t_u, t_c):
    """You made a leaf of each parameter, and asked for the gradient of one that the model leaves
    out. It has none, which is an error; here it counts as 0."""
    leaves = [new_params(param) for param in params]
    return torch.stack(torch.autograd.grad(loss_fn(model(t_u, *leaves), t_c), leaves))


@instead_of("sample_gradients")
def all_samples_at_once(model, loss_fn, params, t_u, t_c):
    """You called backward on the vector of losses, with ones. That adds the gradients of all
    samples up: start from one loss at a time."""
    leaf = new_params(params)
    _losses(model, loss_fn, leaf, t_u, t_c).backward(torch.ones_like(t_u))
    return leaf.grad.repeat(len(t_u), 1)


@instead_of("sample_gradients")
def never_cleared(model, loss_fn, params, t_u, t_c):
    """You did not clear .grad between samples. backward adds to it, so each row holds all rows
    above it as well."""
    return sample_gradients(model, loss_fn, params, t_u, t_c).cumsum(dim=0)


@instead_of("sample_gradients")
def one_grad_in_every_row(model, loss_fn, params, t_u, t_c):
    """You kept .grad itself for each sample and cleared it with zero_(). It is one tensor all the
    time, so every row shows the last sample: clone it, or set .grad to None."""
    leaf, rows = new_params(params), []
    for loss in _losses(model, loss_fn, leaf, t_u, t_c):
        if leaf.grad is not None:
            leaf.grad.zero_()
        loss.backward(retain_graph=True)
        rows.append(leaf.grad)
    return torch.stack(rows)


@instead_of("sample_gradients")
def the_record_used_up(model, loss_fn, params, t_u, t_c):
    """You walked one record several times. backward frees it as it goes: retain_graph=True keeps
    it for the next sample, or give each sample a forward of its own."""
    leaf = new_params(params)
    losses = _losses(model, loss_fn, leaf, t_u, t_c)
    return torch.stack([torch.autograd.grad(loss, leaf)[0] for loss in losses])


@instead_of("sample_gradients")
def shares_of_the_mean(model, loss_fn, params, t_u, t_c):
    """You divided by the number of samples. Each row is the gradient of a loss of its own, not of
    a share in the mean."""
    return sample_gradients(model, loss_fn, params, t_u, t_c) / len(t_u)


@instead_of("sample_gradients")
def against_every_target(model, loss_fn, params, t_u, t_c):
    """You compared one prediction with all the targets, and broadcasting let it pass. Take the
    target of the same sample."""
    samples = [loss_gradient(model, loss_fn, params, u, t_c) for u in t_u.split(1)]
    return torch.stack(samples)


@instead_of("sample_gradients")
def a_column_for_each_sample(model, loss_fn, params, t_u, t_c):
    """You returned a column for each sample. Samples are rows: shape [N, P]."""
    return sample_gradients(model, loss_fn, params, t_u, t_c).t()


def _losses(model, loss_fn, leaf, t_u, t_c):
    """Each sample's own loss, from one forward: shape [N]."""
    pairs = zip(model(t_u, *leaf).split(1), t_c.split(1), strict=True)
    return torch.stack([loss_fn(*pair) for pair in pairs])
