"""Wrong answers to ch05_mechanics/autograd_backward, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("new_params")
def multiplied_after_requiring(start, scale=1.0):
    """What comes back is a product, made from the leaf.

    Known: computed_after_requires_grad.
    """
    leaf = start.detach().clone().requires_grad_()
    return leaf * scale


@instead_of("loss_gradient")
def loss_made_to_require(model, loss_fn, params, t_u, t_c):
    """The loss becomes a number, and a new tensor of it, which no parameter has to do with.

    Known: the_loss_made_anew, cut_from_the_record.
    """
    leaf = params.detach().clone().requires_grad_()
    loss = torch.tensor(loss_fn(model(t_u, *leaf), t_c).item(), requires_grad=True)
    loss.backward()
    return torch.zeros_like(leaf) if leaf.grad is None else leaf.grad


@instead_of("loss_gradient")
def arguments_of_the_loss_swapped(model, loss_fn, params, t_u, t_c):
    """The loss gets the targets where it takes the predictions.

    Known: the_target_first.
    """
    leaf = params.detach().clone().requires_grad_()
    (gradient,) = torch.autograd.grad(loss_fn(t_c, model(t_u, *leaf)), leaf, materialize_grads=True)
    return gradient


@instead_of("new_params")
def the_tensor_that_was_given(start):
    """The caller's tensor itself is made to require a gradient.

    Known: start_itself.
    """
    return start.requires_grad_(True)


@instead_of("new_params")
def cloned_and_not_detached(start):
    """Where the start requires a gradient, its clone is no leaf.

    Known: requires_grad_refused.
    """
    params = start.clone()
    params.requires_grad = True
    return params


@instead_of("new_params")
def by_way_of_a_list(start):
    """The numbers pass through a list, and come back as float32.

    Known: torchs_default_dtype.
    """
    return torch.tensor(start.tolist(), requires_grad=True)


@instead_of("new_params")
def detached_only(start):
    """The memory is that of the start.

    Known: in_the_memory_of_start.
    """
    return start.detach().requires_grad_()


@instead_of("loss_gradient")
def a_tuple_of_gradients(model, loss_fn, params, t_u, t_c):
    """What comes back is torch's tuple.

    Known: nothing.
    """
    loss = loss_fn(model(t_u, *params), t_c)
    return torch.autograd.grad(loss, params)


@instead_of("loss_gradient")
def the_loss_has_it(model, loss_fn, params, t_u, t_c):
    """The gradient is looked for on the loss, which has none.

    Known: nothing.
    """
    t_p = model(t_u, *params)
    loss = loss_fn(t_p, t_c)
    loss.retain_grad()
    loss.backward()
    return loss.grad


@instead_of("loss_gradient")
def each_number_a_leaf(model, loss_fn, params, t_u, t_c):
    """A number that the model leaves out has no gradient to be stacked.

    Known: every_parameter_must_be_used.
    """
    leaves = [p.detach().clone().requires_grad_() for p in params]
    loss_fn(model(t_u, *leaves), t_c).backward()
    return torch.stack([leaf.grad for leaf in leaves])
