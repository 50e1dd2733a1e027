from collections.abc import Iterable

import torch
from torch import Tensor


class SGD:
    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float,
        momentum: float = 0.0,
        weight_decay: float = 0.0,
    ):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.velocities = {}

    def zero_grad(self) -> None:
        for param in self.params:
            param.grad = None

    @torch.no_grad()
    def step(self) -> None:
        for param in self.params:
            if param.grad is not None:
                param -= self.lr * self._direction(param)

    def _direction(self, param: Tensor) -> Tensor:
        direction = param.grad
        if self.weight_decay:
            direction = direction + self.weight_decay * param
        if self.momentum:
            direction = direction + self.momentum * self.velocities.get(param, 0.0)
            self.velocities[param] = direction
        return direction


def training_loop(
    n_epochs: int, optimizer: SGD | torch.optim.Optimizer, params: Tensor, t_u: Tensor, t_c: Tensor
) -> Tensor:
    for _ in range(n_epochs):
        w, b = params
        loss = ((w * t_u + b - t_c) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return params
