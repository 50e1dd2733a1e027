"""Right answers to ch05_mechanics/grad_modes, written differently."""

import copy
from contextlib import ExitStack, contextmanager

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("calc_forward")
def two_kinds_of_block(model, loss_fn, t_u, t_c, is_train):
    with torch.enable_grad() if is_train else torch.no_grad():
        t_p = model(t_u)
        return loss_fn(t_p, t_c)


@instead_of("calc_forward")
def in_inference_mode(model, loss_fn, t_u, t_c, is_train):
    with torch.inference_mode(not is_train):
        return loss_fn(model(t_u), t_c)


@instead_of("calc_forward")
def with_finally(model, loss_fn, t_u, t_c, is_train):
    found = torch.is_grad_enabled()
    try:
        torch.set_grad_enabled(is_train)
        return loss_fn(model(t_u), t_c)
    finally:
        torch.set_grad_enabled(found)


@instead_of("calc_forward")
def a_decorated_function(model, loss_fn, t_u, t_c, is_train):
    switch = torch.set_grad_enabled(is_train)
    return switch(lambda: loss_fn(model(t_u), t_c))()


@instead_of("grad_mode")
def by_torch(enabled):
    return torch.set_grad_enabled(enabled)


@instead_of("grad_mode")
class Switch:
    def __init__(self, enabled):
        self.enabled = enabled

    def __enter__(self):
        self.found = torch.is_grad_enabled()
        torch.set_grad_enabled(self.enabled)
        return self

    def __exit__(self, kind, exception, traceback):
        torch.set_grad_enabled(self.found)
        return False


@instead_of("grad_mode")
@contextmanager
def on_a_stack(enabled):
    with ExitStack() as stack:
        stack.callback(torch.set_grad_enabled, torch.is_grad_enabled())
        torch.set_grad_enabled(enabled)
        yield stack


@instead_of("grad_mode")
def one_of_two(enabled):
    return torch.enable_grad() if enabled else torch.no_grad()


@instead_of("frozen_copy")
def cloned_first(params):
    return params.clone().detach()


@instead_of("frozen_copy")
def copied_into_an_empty_tensor(params):
    with torch.no_grad():
        return torch.empty_like(params).copy_(params)


@instead_of("frozen_copy")
def deep_copy_of_the_detached(params):
    return copy.deepcopy(params.detach())


@instead_of("frozen_copy")
def with_nothing_recorded(params):
    with torch.no_grad():
        return params + torch.zeros_like(params)
