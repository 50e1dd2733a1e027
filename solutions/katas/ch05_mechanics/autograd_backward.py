from collections.abc import Callable

import torch
from torch import Tensor


def new_params(start: Tensor, scale: float = 1.0, dtype: torch.dtype | None = None) -> Tensor:
    values = scale * start.detach()
    return values.to(dtype or start.dtype).requires_grad_()


def loss_gradient(
    model: Callable[..., Tensor],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    params: Tensor,
    t_u: Tensor,
    t_c: Tensor,
) -> Tensor:
    leaf = new_params(params)
    loss_fn(model(t_u, *leaf), t_c).backward()
    return leaf.grad


def sample_gradients(
    model: Callable[..., Tensor],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    params: Tensor,
    t_u: Tensor,
    t_c: Tensor,
) -> Tensor:
    samples = zip(t_u.split(1), t_c.split(1), strict=True)
    return torch.stack([loss_gradient(model, loss_fn, params, *sample) for sample in samples])
