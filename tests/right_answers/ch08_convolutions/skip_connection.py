"""Right answers to ch08_convolutions/skip_connection, written differently."""

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

from katas._dojo.writing.mistakes import instead_of


@instead_of("NetRes")
class AsInTheBook(nn.Module):
    def __init__(self, n_chans1=32):
        super().__init__()
        self.n_chans1 = n_chans1
        self.conv1 = nn.Conv2d(3, n_chans1, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(n_chans1, n_chans1 // 2, kernel_size=3, padding=1)
        self.conv3 = nn.Conv2d(n_chans1 // 2, n_chans1 // 2, kernel_size=3, padding=1)
        self.fc1 = nn.Linear(4 * 4 * n_chans1 // 2, 32)
        self.fc2 = nn.Linear(32, 2)

    def forward(self, x):
        out = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        out = F.max_pool2d(torch.relu(self.conv2(out)), 2)
        out1 = out
        out = F.max_pool2d(torch.relu(self.conv3(out)) + out1, 2)
        out = out.view(-1, 4 * 4 * self.n_chans1 // 2)
        out = torch.relu(self.fc1(out))
        out = self.fc2(out)
        return out  # noqa: RET504


class _Around(nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, x):
        out = self.layer(x).clamp(min=0)
        out += x  # legal here: clamp keeps its input, not its result
        return out


@instead_of("NetRes")
class OfModules(nn.Module):
    def __init__(self, n_chans1=32):
        super().__init__()
        half = n_chans1 // 2
        self.fc2 = nn.Linear(32, 2)
        self.fc1 = nn.Linear(half << 4, 32)
        self.conv3 = nn.Conv2d(half, half, 3, padding="same")
        self.conv2 = nn.Conv2d(n_chans1, half, (3, 3), padding="same")
        self.conv1 = nn.Conv2d(3, n_chans1, 3, 1, 1)

    def forward(self, x):
        pool, relu = nn.MaxPool2d(2), nn.ReLU(inplace=True)
        first = [self.conv1, pool, relu, self.conv2, relu, pool]  # relu and pooling commute
        last = [_Around(self.conv3), pool, nn.Flatten(), self.fc1, relu, self.fc2]
        for layer in first + last:
            x = layer(x)
        return x
