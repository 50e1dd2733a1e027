from collections.abc import Callable, Sequence

import torch
from torch import Tensor


def final_loss(n_epochs: int, make_optimizer: Callable, t_u: Tensor, t_c: Tensor) -> float:
    params = torch.tensor([1.0, 0.0], device=t_u.device, dtype=t_u.dtype, requires_grad=True)
    optimizer = make_optimizer([params])
    for _ in range(n_epochs):
        loss = _loss(params, t_u, t_c)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return _loss(params, t_u, t_c).item()


def _loss(params: Tensor, t_u: Tensor, t_c: Tensor) -> Tensor:
    w, b = params
    return ((w * t_u + b - t_c) ** 2).mean()


def losses_by_scale(
    n_epochs: int, make_optimizer: Callable, t_u: Tensor, t_c: Tensor, scales: Sequence[float]
) -> list[float]:
    return [final_loss(n_epochs, make_optimizer, scale * t_u, t_c) for scale in scales]
