from collections.abc import Callable

import torch
from torch import Tensor


def batch_gradients(
    loss_fn: Callable[[Tensor, Tensor, Tensor], Tensor],
    params: Tensor,
    inputs: Tensor,
    targets: Tensor,
    batch_size: int,
) -> list[Tensor]:
    gradients = []
    for start in range(0, len(inputs), batch_size):
        batch = slice(start, start + batch_size)
        loss = loss_fn(params, inputs[batch], targets[batch])
        (gradient,) = torch.autograd.grad(loss, params)
        gradients.append(gradient)
    return gradients


def full_gradient(gradients: list[Tensor], sizes: list[int]) -> Tensor:
    sums = [size * gradient for gradient, size in zip(gradients, sizes, strict=True)]
    return sum(sums) / sum(sizes)
