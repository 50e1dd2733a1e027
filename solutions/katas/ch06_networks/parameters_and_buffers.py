import torch
from torch import Tensor, nn


class Center(nn.Module):
    def __init__(self, n_features: int):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(n_features))
        self.register_buffer("mean", torch.zeros(n_features))
        self.register_buffer("count", torch.tensor(0))

    @torch.no_grad()
    def update(self, x: Tensor) -> None:
        self.count += len(x)
        # No rows move the mean by 0 / 1, not by 0 / 0.
        self.mean += (x - self.mean).sum(dim=0) / self.count.clamp(min=1)

    def forward(self, x: Tensor) -> Tensor:
        return (x - self.mean) * self.weight
