"""Wrong answers to ch06_networks/parameters_and_buffers, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("Center")
class FrozenParameters(nn.Module):
    """The mean is a parameter that requires no gradient.

    Known: mean_is_a_frozen_parameter.
    """

    def __init__(self, n_features):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(n_features))
        self.mean = nn.Parameter(torch.zeros(n_features), requires_grad=False)
        self.register_buffer("count", torch.tensor(0))

    @torch.no_grad()
    def update(self, x):
        n = self.count + len(x)
        if len(x):
            self.mean += (x - self.mean).sum(0) / n
        self.count.copy_(n)

    def forward(self, x):
        return (x - self.mean) * self.weight


@instead_of("Center")
class MeanOfMeans(nn.Module):
    """The old mean and that of the batch count alike, however many rows each has.

    Known: mean_of_the_means.
    """

    def __init__(self, n_features):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(n_features))
        self.register_buffer("mean", torch.zeros(n_features))
        self.register_buffer("count", torch.tensor(0, dtype=torch.int64))

    def update(self, x):
        if len(x) == 0:
            return
        with torch.no_grad():
            new = x.mean(dim=0)
            self.mean = new if self.count == 0 else (self.mean + new) / 2
            self.count += len(x)

    def forward(self, x):
        return (x - self.mean) * self.weight


@instead_of("Center")
class GraphKept(nn.Module):
    """The mean is calculated with a graph, and no rows make it NaN.

    Known: graph_kept, nothing_over_nothing.
    """

    def __init__(self, n_features):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(n_features))
        self.register_buffer("mean", torch.zeros(n_features))
        self.register_buffer("count", torch.zeros((), dtype=torch.long))

    def update(self, x):
        n = x.shape[0]
        total = self.count + n
        self.mean = (self.mean * self.count + x.sum(0)) / total
        self.count = total

    def forward(self, x):
        return (x - self.mean) * self.weight


@instead_of("Center")
class PlainAttributes(nn.Module):
    """Mean and count are attributes, and stay behind.

    Known: mean_is_a_plain_tensor.
    """

    def __init__(self, n_features):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(n_features))
        self.mean = torch.zeros(n_features)
        self.count = torch.tensor(0)

    @torch.no_grad()
    def update(self, x):
        if x.shape[0] == 0:
            return
        self.count = self.count + x.shape[0]
        self.mean = self.mean + (x - self.mean).sum(dim=0) / self.count

    def forward(self, x):
        return (x - self.mean) * self.weight


@instead_of("Center")
class MeasuresWhileTraining(nn.Module):
    """Each call in training mode counts its rows in.

    Known: forward_updates.
    """

    def __init__(self, n_features):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(n_features))
        self.register_buffer("mean", torch.zeros(n_features))
        self.register_buffer("count", torch.tensor(0))

    @torch.no_grad()
    def update(self, x):
        rows = len(x)
        if rows:
            self.count += rows
            self.mean += (x.mean(0) - self.mean) * (rows / self.count.item())

    def forward(self, x):
        if self.training:
            self.update(x.detach().reshape(-1, x.shape[-1]))
        return (x - self.mean) * self.weight


@instead_of("Center")
class WeightFirst(nn.Module):
    """The weight does not reach the mean.

    Known: nothing.
    """

    def __init__(self, n_features):
        super().__init__()
        self.register_buffer("mean", torch.zeros(n_features))
        self.register_buffer("count", torch.tensor(0))
        self.weight = nn.Parameter(torch.ones(n_features))

    def update(self, x):
        x = x.detach()
        total = self.mean * self.count + x.sum(dim=0)
        self.count += len(x)
        if self.count > 0:
            self.mean.copy_(total / self.count)

    def forward(self, x):
        return x * self.weight - self.mean
