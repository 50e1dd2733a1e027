"""Right answers to ch08_convolutions/conv_net, written differently."""

import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("Net")
class AsInTheBookButForTheView(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, kernel_size=3, padding=1)
        self.act1 = nn.Tanh()
        self.pool1 = nn.MaxPool2d(2)
        self.conv2 = nn.Conv2d(16, 8, kernel_size=3, padding=1)
        self.act2 = nn.Tanh()
        self.pool2 = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(8 * 8 * 8, 32)
        self.act3 = nn.Tanh()
        self.fc2 = nn.Linear(32, 2)

    def forward(self, x):
        out = self.pool1(self.act1(self.conv1(x)))
        out = self.pool2(self.act2(self.conv2(out)))
        out = out.view(out.shape[0], -1)
        out = self.act3(self.fc1(out))
        return self.fc2(out)


@instead_of("Net")
class InSequence(nn.Sequential):
    def __init__(self):
        super().__init__(
            nn.Conv2d(3, 16, 3, padding="same"),
            nn.MaxPool2d(2),  # tanh never falls, so the order is no matter
            nn.Tanh(),
            nn.Conv2d(16, 8, 3, padding="same"),
            nn.MaxPool2d(2),
            nn.Tanh(),
            nn.Flatten(),
            nn.Linear(512, 32),
            nn.Tanh(),
            nn.Linear(32, 2),
        )


@instead_of("Net")
class ASizeCheckedFirst(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.ModuleDict({"out": nn.Linear(32, 2), "hidden": nn.Linear(512, 32)})
        self.body = nn.ModuleList(
            nn.Conv2d(n_in, n_out, (3, 3), 1, (1, 1)) for n_in, n_out in [(3, 16), (16, 8)]
        )

    def forward(self, x):
        if x.shape[1:] != (3, 32, 32):
            raise ValueError(f"expected images of 3x32x32, got {list(x.shape[1:])}")
        for conv in self.body:
            x = functional.max_pool2d(conv(x).tanh(), kernel_size=2, stride=2)
        hidden = self.head["hidden"](x.reshape(-1, 512))
        return self.head["out"](hidden.tanh())


@instead_of("Net")
class ConvolutionsOnly(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(3, 16, 3, padding=1)
        self.second = nn.Conv2d(16, 8, 3, padding=1)
        self.third = nn.Conv2d(8, 32, 8)  # on 8x8 pixels, a linear layer
        self.fourth = nn.Conv2d(32, 2, 1)

    def forward(self, x):
        for layer in (self.first, self.second):
            x = torch.tanh(layer(x)).unfold(2, 2, 2).unfold(3, 2, 2).amax((-2, -1))
        return self.fourth(torch.tanh(self.third(x))).view(len(x), 2)
