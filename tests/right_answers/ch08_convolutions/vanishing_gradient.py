"""Right answers to ch08_convolutions/vanishing_gradient, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "hypot makes floats of its arguments.": [("gradient.norm().item()", "gradient.norm()")],
    "There is a gradient for each parameter.": [
        ("zip(trained, gradients, strict=True)", "zip(trained, gradients)"),
        ("zip(trained, gradients, strict=True)", "zip(trained, gradients, strict=False)"),
    ],
}


@instead_of("gradient_norms")
def layer_by_layer(model, loss):
    norms = {}
    for name, module in model.named_modules():
        own = list(module.parameters(recurse=False))
        squares = 0.0
        for p in filter(lambda p: p.requires_grad, own):
            (gradient,) = torch.autograd.grad(loss, [p], retain_graph=True, allow_unused=True)
            if gradient is not None:
                squares += (gradient**2).sum().item()
        if own:
            norms[name] = squares**0.5
    return norms


@instead_of("gradient_norms")
def backward_and_all_put_back(model, loss):
    before = {p: p.grad for p in model.parameters()}
    for p in before:
        p.grad = None
    loss.backward(retain_graph=True)
    norms = {}
    for name, module in model.named_modules():
        if any(True for _ in module.parameters(recurse=False)):
            found = [p.grad for p in module.parameters(recurse=False) if p.grad is not None]
            vector = torch.cat([torch.zeros(1).to(loss), *(it.flatten() for it in found)])
            norms[name] = float(torch.linalg.vector_norm(vector))
    for p, gradient in before.items():
        p.grad = gradient
    return norms


@instead_of("gradient_norms")
def by_the_names_of_parameters(model, loss):
    squares = dict.fromkeys(_layer_of(name) for name, _ in model.named_parameters())
    for name, p in model.named_parameters():
        gradient = torch.zeros_like(p)
        if p.requires_grad:
            gradient = torch.autograd.grad(
                loss, p, retain_graph=True, allow_unused=True, materialize_grads=True
            )[0]
        layer = _layer_of(name)
        squares[layer] = (squares[layer] or 0) + gradient.square().sum()
    return {layer: total.sqrt().item() for layer, total in squares.items()}


def _layer_of(name):
    return name.rpartition(".")[0]
