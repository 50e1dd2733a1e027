from collections.abc import Iterable

import torch
from torch import Tensor


class Adam:
    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
    ):
        self.params = list(params)
        self.lr = lr
        self.betas = betas
        self.eps = eps
        self.averages = {}

    def zero_grad(self) -> None:
        for param in self.params:
            param.grad = None

    @torch.no_grad()
    def step(self) -> None:
        for param in self.params:
            if param.grad is not None:
                param -= self.lr * self._direction(param)

    def _direction(self, param: Tensor) -> Tensor:
        beta1, beta2 = self.betas
        n, m, v = self.averages.get(param, (0, 0.0, 0.0))
        n += 1
        m = beta1 * m + (1 - beta1) * param.grad
        v = beta2 * v + (1 - beta2) * param.grad**2
        self.averages[param] = n, m, v
        return self._ratio(n, m, v)

    def _ratio(self, n: int, m: Tensor, v: Tensor) -> Tensor:
        beta1, beta2 = self.betas
        m = m / (1 - beta1**n)
        v = v / (1 - beta2**n)
        return m / (v.sqrt() + self.eps)
