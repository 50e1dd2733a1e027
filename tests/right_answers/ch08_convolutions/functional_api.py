"""Right answers to ch08_convolutions/functional_api, written differently."""

import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("Net")
class ModulesOnly(nn.Sequential):
    def __init__(self, p=0.4):
        super().__init__(
            nn.Conv2d(3, 8, 3, padding="same"),
            nn.Tanh(),
            nn.MaxPool2d(2),
            nn.Dropout(p),
            nn.Flatten(),
            nn.Linear(2048, 2),
        )


@instead_of("Net")
class FunctionsOnly(nn.Module):
    def __init__(self, p=0.4):
        super().__init__()
        self.stay = 1 - p
        self.linear_bias = nn.Parameter(torch.zeros(2))
        self.linear_weight = nn.Parameter(torch.randn(2, 2048) / 45)
        self.conv_bias = nn.Parameter(torch.zeros(8))
        self.conv_weight = nn.Parameter(torch.randn(8, 3, 3, 3) / 5)

    def forward(self, x):
        x = functional.conv2d(x, self.conv_weight, self.conv_bias, padding=1)
        x = functional.max_pool2d(x, 2).tanh()  # tanh never falls, so the order is no matter
        if self.training:
            x = x * torch.full_like(x, self.stay).bernoulli() / self.stay
        return functional.linear(x.flatten(1), self.linear_weight, self.linear_bias)


@instead_of("Net")
class AsInTheBookWithDropout(nn.Module):
    def __init__(self, p=0.4):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, kernel_size=3, padding=1)
        self.fc1 = nn.Linear(8 * 16 * 16, 2)
        self.dropout = nn.Dropout(p)

    def forward(self, x):
        out = functional.max_pool2d(torch.tanh(self.conv1(x)), 2)
        out = out.view(-1, 8 * 16 * 16)
        return self.fc1(self.dropout(out))
