"""Right answers to ch08_convolutions/batch_norm, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "In whichever order they are made or moved, they do not touch each other.": [
        (
            """
            self.bias = nn.Parameter(torch.zeros(num_features))
            self.register_buffer("running_mean", torch.zeros(num_features))
            """,
            """
            self.register_buffer("running_mean", torch.zeros(num_features))
            self.bias = nn.Parameter(torch.zeros(num_features))
            """,
        ),
        (
            """
            self.register_buffer("running_mean", torch.zeros(num_features))
            self.register_buffer("running_var", torch.ones(num_features))
            """,
            """
            self.register_buffer("running_var", torch.ones(num_features))
            self.register_buffer("running_mean", torch.zeros(num_features))
            """,
        ),
        (
            """
            self.running_mean.lerp_(mean, self.momentum)
            self.running_var.lerp_(var, self.momentum)
            """,
            """
            self.running_var.lerp_(var, self.momentum)
            self.running_mean.lerp_(mean, self.momentum)
            """,
        ),
    ],
    "x.numel() is a multiple of x.shape[1].": [("x.numel() // x", "x.numel() / x")],
    "What a batch without any pixel gives is not promised.": [("n == 1", "n <= 1")],
    "Dimensions are averaged over in any order.": [("dim=(0, 2, 3)", "dim=(2, 0, 3)")],
}


@instead_of("BatchNorm2d")
class ByTheFormula(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.eps, self.momentum = eps, momentum
        self.register_buffer("running_mean", torch.full((num_features,), 0.0))
        self.register_buffer("running_var", torch.full((num_features,), 1.0))
        self.register_buffer("num_batches_tracked", torch.tensor(0))
        self.register_parameter("weight", nn.Parameter(torch.ones(num_features)))
        self.register_parameter("bias", nn.Parameter(torch.zeros(num_features)))

    def forward(self, x):
        rows = x.movedim(1, -1).reshape(-1, x.shape[1])
        if not self.training:
            mean, var = self.running_mean, self.running_var
        elif len(rows) < 2:
            raise ValueError(f"expected more than one value per channel, got {tuple(x.shape)}")
        else:
            mean = rows.mean(0)
            var = ((rows - mean) ** 2).mean(0)
            m = self.momentum
            with torch.no_grad():
                self.running_mean = (1 - m) * self.running_mean + m * mean
                self.running_var = (1 - m) * self.running_var + m * rows.var(0)
                self.num_batches_tracked += 1
        rows = self.weight * (rows - mean) * torch.rsqrt(var + self.eps) + self.bias
        return rows.reshape(*x.movedim(1, -1).shape).movedim(-1, 1)


@instead_of("BatchNorm2d")
class FromTheOriginal(nn.BatchNorm2d):
    def forward(self, x):
        shape = (1, -1, 1, 1)
        if self.training:
            if x[:, 0].numel() == 1:
                raise ValueError("a batch of one pixel")
            mean = x.mean(dim=(0, 2, 3), keepdim=True)
            std = ((x - mean).square().mean(dim=(0, 2, 3), keepdim=True) + self.eps).sqrt()
            for running, new in [
                (self.running_mean, mean.flatten()),
                (self.running_var, x.transpose(0, 1).flatten(1).var(dim=1)),
            ]:
                running.data.add_(self.momentum * (new.detach() - running))
        else:
            mean = self.running_mean.clone().view(shape)
            std = self.running_var.add(self.eps).view(shape).sqrt()
        return torch.addcmul(self.bias.view(shape), (x - mean) / std, self.weight.view(shape))
