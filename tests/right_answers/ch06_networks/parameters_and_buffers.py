"""Right answers to ch06_networks/parameters_and_buffers, written differently."""

import torch
from torch import nn
from torch.nn import Buffer

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Parameters and buffers may be made in any order.": [
        (
            """
            self.weight = nn.Parameter(torch.ones(n_features))
            self.register_buffer("mean", torch.zeros(n_features))
            """,
            """
            self.register_buffer("mean", torch.zeros(n_features))
            self.weight = nn.Parameter(torch.ones(n_features))
            """,
        ),
        (
            """
            self.register_buffer("mean", torch.zeros(n_features))
            self.register_buffer("count", torch.tensor(0))
            """,
            """
            self.register_buffer("count", torch.tensor(0))
            self.register_buffer("mean", torch.zeros(n_features))
            """,
        ),
    ],
    "A buffer may be changed in place or replaced.": [
        ("self.count += len(x)", "self.count = self.count + len(x)"),
        ("self.mean += (x", "self.mean = self.mean + (x"),
    ],
    "What is changed in place in inference mode stays an ordinary tensor.": [
        ("torch.no_grad()", "torch.inference_mode()"),
    ],
}


@instead_of("Center")
class NewTensorsEachTime(nn.Module):
    def __init__(self, n_features):
        super().__init__()
        self.register_buffer("count", torch.zeros((), dtype=torch.long))
        self.register_buffer("mean", torch.zeros(n_features))
        self.register_parameter("weight", nn.Parameter(torch.ones(n_features)))

    def update(self, x):
        if x.shape[0] == 0:
            return
        x = x.detach()
        total = self.count + x.shape[0]
        share = x.shape[0] / total.item()
        self.mean = self.mean * (1 - share) + share * x.mean(0)
        self.count = total

    def forward(self, x):
        return self.weight * x - self.weight * self.mean


@instead_of("Center")
class WithBuffers(nn.Module):
    def __init__(self, n_features):
        super().__init__()
        self.mean = Buffer(torch.zeros(n_features))
        self.count = Buffer(torch.tensor(0, dtype=torch.int64))
        self.weight = nn.Parameter(torch.full((n_features,), 1.0))

    def update(self, x):
        for row in x.detach():
            self.count.add_(1)
            self.mean.add_((row - self.mean) / self.count)

    def forward(self, x):
        return torch.mul(torch.sub(x, self.mean), self.weight)


@instead_of("Center")
class ThroughData(nn.Module):
    def __init__(self, n_features):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(n_features))
        for name, value in {"mean": torch.zeros(n_features), "count": torch.tensor(0)}.items():
            self.register_buffer(name, value)

    def update(self, x):
        total = self.mean.data * self.count.item() + x.data.sum(0)
        self.count.data += x.size(0)
        if self.count:
            self.mean.data.copy_(total / self.count)

    def forward(self, x):
        return torch.einsum("...f,f->...f", x - self.mean, self.weight)
