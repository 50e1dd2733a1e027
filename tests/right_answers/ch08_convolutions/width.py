"""Right answers to ch08_convolutions/width, written differently."""

import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("NetWidth")
class AsInTheBookButForOddWidths(nn.Module):
    def __init__(self, n_chans1=32):
        super().__init__()
        self.n_chans1 = n_chans1
        self.conv1 = nn.Conv2d(3, n_chans1, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(n_chans1, n_chans1 // 2, kernel_size=3, padding=1)
        self.fc1 = nn.Linear(8 * 8 * (n_chans1 // 2), 32)
        self.fc2 = nn.Linear(32, 2)

    def forward(self, x):
        out = functional.max_pool2d(torch.tanh(self.conv1(x)), 2)
        out = functional.max_pool2d(torch.tanh(self.conv2(out)), 2)
        out = out.view(-1, 8 * 8 * (self.n_chans1 // 2))
        out = torch.tanh(self.fc1(out))
        return self.fc2(out)


@instead_of("NetWidth")
class InSequence(nn.Sequential):
    def __init__(self, n_chans1=32):
        layers, n_in = [], 3
        for n_out in (n_chans1, n_chans1 // 2):
            layers += [nn.Conv2d(n_in, n_out, 3, padding="same"), nn.Tanh(), nn.MaxPool2d(2)]
            n_in = n_out
        super().__init__(
            *layers, nn.Flatten(), nn.Linear(64 * n_in, 32), nn.Tanh(), nn.Linear(32, 2)
        )


@instead_of("NetWidth")
class SizesAskedOfTheLayers(nn.Module):
    def __init__(self, n_chans1=32):
        super().__init__()
        self.first = nn.Conv2d(3, n_chans1, 3, padding=1)
        self.second = nn.Conv2d(self.first.out_channels, self.first.out_channels // 2, 3, padding=1)
        self.head = nn.ModuleList([nn.Linear(self._n_numbers(), 32), nn.Linear(32, 2)])

    def _n_numbers(self):
        with torch.no_grad():
            return self._features(torch.zeros(1, 3, 32, 32)).shape[1]

    def _features(self, x):
        for layer in (self.first, self.second):
            x = functional.max_pool2d(layer(x), 2).tanh()  # tanh never falls, nor does the maximum
        return x.reshape(len(x), -1)

    def forward(self, x):
        hidden, output = self.head
        return output(hidden(self._features(x)).tanh())
