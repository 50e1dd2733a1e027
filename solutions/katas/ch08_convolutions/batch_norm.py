import torch
from torch import Tensor, nn


class BatchNorm2d(nn.Module):
    def __init__(self, num_features: int, eps: float = 1e-5, momentum: float = 0.1):
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))

    def forward(self, x: Tensor) -> Tensor:
        mean, var = self.running_mean, self.running_var
        if self.training:
            n = x.numel() // x.shape[1]
            if n == 1:
                raise ValueError(f"one pixel per channel has no variance: {list(x.shape)}")
            var, mean = torch.var_mean(x, dim=(0, 2, 3), correction=0)
            self._collect(mean.detach(), var.detach() * n / (n - 1))
        normalized = (x - _per_channel(mean)) / _per_channel(var + self.eps).sqrt()
        return normalized * _per_channel(self.weight) + _per_channel(self.bias)

    def _collect(self, mean, var):
        self.running_mean.lerp_(mean, self.momentum)
        self.running_var.lerp_(var, self.momentum)


def _per_channel(vector):
    return vector.view(-1, 1, 1)
