"""Right answers to ch05_mechanics/in_place_update, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("update")
def by_torch(params, learning_rate):
    torch.optim.SGD(list(params), lr=learning_rate).step()


@instead_of("update")
def copied_into_place(params, learning_rate):
    for p in params:
        if p.grad is None:
            continue
        stepped = p.detach() - learning_rate * p.grad.detach()
        with torch.no_grad():
            p.copy_(stepped)


@instead_of("update")
def through_detach(params, learning_rate):
    for p in params:
        if p.grad is not None:
            p.detach().sub_(p.grad, alpha=learning_rate)


@instead_of("update")
def all_at_once(params, learning_rate):
    moving = [p for p in params if p.grad is not None]
    with torch.no_grad():
        torch._foreach_add_(moving, [p.grad for p in moving], alpha=-learning_rate)


@instead_of("update")
def by_slice(params, learning_rate):
    found = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        for p in filter(lambda p: p.grad is not None, params):
            p[...] = p - learning_rate * p.grad
    finally:
        torch.set_grad_enabled(found)


@instead_of("update")
def the_flag_put_back(params, learning_rate):
    for p in params:
        if p.grad is not None:
            p.requires_grad_(False)
            p.addcmul_(p.grad, torch.full_like(p, learning_rate), value=-1)
            p.requires_grad_(True)


@instead_of("update")
@torch.inference_mode()
def in_inference_mode(params, learning_rate):
    for p in params:
        if p.grad is not None:
            p.subtract_(learning_rate * p.grad)


EQUIVALENT = {
    "A parameter made outside of inference mode is changed in it as under no_grad.": [
        ("torch.no_grad()", "torch.inference_mode()"),
    ],
}
