"""Wrong answers to ch08_convolutions/vanishing_gradient, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("gradient_norms")
def backward_and_look(model, loss):
    """Gradients are added to those that were there, and left behind; the graph is used up.

    Known: added_to_what_was_there, the_graph_used_up.
    """
    loss.backward()
    norms = {}
    for name, module in model.named_modules():
        own = list(module.parameters(recurse=False))
        if own:
            total = sum((p.grad**2).sum().item() for p in own if p.grad is not None)
            norms[name] = total**0.5
    return norms


@instead_of("gradient_norms")
def one_entry_for_each_parameter(model, loss):
    """The names are those of parameters.

    Known: one_entry_for_each_parameter.
    """
    found = {}
    for name, p in model.named_parameters():
        found[name] = 0.0
        if p.requires_grad:
            (g,) = torch.autograd.grad(loss, p, retain_graph=True, allow_unused=True)
            if g is not None:
                found[name] = g.norm().item()
    return found


@instead_of("gradient_norms")
def only_what_has_a_gradient(model, loss):
    """Layers that the loss does not depend on are missing.

    Known: silent_layers_left_out.
    """
    result = {}
    for name, layer in model.named_modules():
        params = [p for p in layer.parameters(recurse=False) if p.requires_grad]
        if not params:
            continue
        grads = torch.autograd.grad(loss, params, retain_graph=True, allow_unused=True)
        grads = [g.flatten() for g in grads if g is not None]
        if grads:
            result[name] = torch.cat(grads).norm().item()
    return result


@instead_of("gradient_norms")
def norms_added(model, loss):
    """The norms of weight and bias are added, and gradients are cleared afterwards.

    Known: norms_added_up, gradients_cleared.
    """
    model.zero_grad()
    loss.backward(retain_graph=True)
    norms = {}
    for name, layer in model.named_modules():
        params = list(layer.parameters(recurse=False))
        if len(params) > 0:
            norms[name] = sum(p.grad.norm().item() for p in params if p.grad is not None)
    model.zero_grad()
    return norms


@instead_of("gradient_norms")
def containers_too(model, loss):
    """Every module with parameters somewhere inside is taken for a layer.

    Known: containers_counted.
    """
    params = [p for p in model.parameters() if p.requires_grad]
    grads = torch.autograd.grad(loss, params, retain_graph=True, allow_unused=True)
    by_id = {id(p): g for p, g in zip(params, grads, strict=True) if g is not None}
    norms = {}
    for name, module in model.named_modules():
        inside = list(module.parameters())
        if inside:
            squares = [by_id[id(p)].pow(2).sum() for p in inside if id(p) in by_id]
            norms[name] = float(sum(squares)) ** 0.5
    return norms
