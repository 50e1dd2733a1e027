import math

import torch
from torch import Tensor, nn


def gradient_norms(model: nn.Module, loss: Tensor) -> dict[str, float]:
    trained = [p for p in model.parameters() if p.requires_grad]
    gradients = torch.autograd.grad(loss, trained, retain_graph=True, materialize_grads=True)
    norms = {p: gradient.norm().item() for p, gradient in zip(trained, gradients, strict=True)}
    layers = {name: list(it.parameters(recurse=False)) for name, it in model.named_modules()}
    return {
        name: math.hypot(*(norms.get(p, 0.0) for p in own)) for name, own in layers.items() if own
    }
