from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor


def calc_forward(
    model: Callable[[Tensor], Tensor],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    t_u: Tensor,
    t_c: Tensor,
    is_train: bool,
) -> Tensor:
    with torch.set_grad_enabled(is_train):
        return loss_fn(model(t_u), t_c)


@contextmanager
def grad_mode(enabled: bool) -> Iterator[None]:
    found = torch.is_grad_enabled()
    torch.set_grad_enabled(enabled)
    try:
        yield
    finally:
        torch.set_grad_enabled(found)


def frozen_copy(params: Tensor) -> Tensor:
    return params.detach().clone()
