"""Wrong answers to ch08_convolutions/width, as people write them."""

import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("NetWidth")
class AsTheBookPrintsIt(nn.Module):
    """The linear layer has 32 numbers for each channel of the first convolution.

    Known: the_flattened_size_of_the_book.
    """

    def __init__(self, n_chans1=32):
        super().__init__()
        self.n_chans1 = n_chans1
        self.conv1 = nn.Conv2d(3, n_chans1, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(n_chans1, n_chans1 // 2, kernel_size=3, padding=1)
        self.fc1 = nn.Linear(8 * 8 * n_chans1 // 2, 32)
        self.fc2 = nn.Linear(32, 2)

    def forward(self, x):
        out = F.max_pool2d(torch.tanh(self.conv1(x)), 2)
        out = F.max_pool2d(torch.tanh(self.conv2(out)), 2)
        out = out.view(-1, 8 * 8 * self.n_chans1 // 2)
        out = torch.tanh(self.fc1(out))
        return self.fc2(out)


@instead_of("NetWidth")
class ThirtyTwoChannels(nn.Module):
    """The book's larger net, whatever the argument says.

    Known: always_32_channels.
    """

    def __init__(self, n_chans1=32):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 32, 3, padding=1),
            nn.Tanh(),
            nn.MaxPool2d(2),
            nn.Conv2d(32, 16, 3, padding=1),
            nn.Tanh(),
            nn.MaxPool2d(2),
        )
        self.classifier = nn.Sequential(
            nn.Flatten(), nn.Linear(16 * 8 * 8, 32), nn.Tanh(), nn.Linear(32, 2)
        )

    def forward(self, x):
        return self.classifier(self.features(x))


@instead_of("NetWidth")
class AsManyHiddenUnits(nn.Module):
    """The hidden layer grows with the width.

    Known: hidden_units_grow_too.
    """

    def __init__(self, n_chans1=32):
        super().__init__()
        half = n_chans1 // 2
        self.conv1 = nn.Conv2d(3, n_chans1, 3, padding=1)
        self.conv2 = nn.Conv2d(n_chans1, half, 3, padding=1)
        self.fc1 = nn.Linear(8 * 8 * half, n_chans1)
        self.fc2 = nn.Linear(n_chans1, 2)

    def forward(self, x):
        x = F.max_pool2d(self.conv1(x).tanh(), 2)
        x = F.max_pool2d(self.conv2(x).tanh(), 2)
        return self.fc2(self.fc1(x.flatten(start_dim=1)).tanh())


@instead_of("NetWidth")
class TwiceAsWide(nn.Module):
    """The second convolution has as many channels as the first, and the logits are probabilities.

    Known: the_second_as_wide_as_the_first, probabilities.
    """

    def __init__(self, n_chans1=32):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(3, n_chans1, 3, padding=1),
            nn.Tanh(),
            nn.MaxPool2d(2),
            nn.Conv2d(n_chans1, n_chans1, 3, padding=1),
            nn.Tanh(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(64 * n_chans1, 32),
            nn.Tanh(),
            nn.Linear(32, 2),
            nn.Softmax(dim=1),
        )

    def forward(self, x):
        return self.net(x)


_width = 32


@instead_of("NetWidth")
class TheWidthInAGlobal(nn.Module):
    """What a net makes of its images depends on the net that was built last.

    Known: the_width_of_the_last_net.
    """

    def __init__(self, n_chans1=32):
        global _width
        super().__init__()
        _width = n_chans1
        self.conv1 = nn.Conv2d(3, n_chans1, 3, padding=1)
        self.conv2 = nn.Conv2d(n_chans1, n_chans1 // 2, 3, padding=1)
        self.fc1 = nn.Linear(64 * (n_chans1 // 2), 32)
        self.fc2 = nn.Linear(32, 2)

    def forward(self, x):
        x = F.max_pool2d(torch.tanh(self.conv1(x)), 2)
        x = F.max_pool2d(torch.tanh(self.conv2(x)), 2)
        x = x.view(-1, 64 * (_width // 2))
        return self.fc2(torch.tanh(self.fc1(x)))


@instead_of("NetWidth")
class RoundedToTheNearest(nn.Module):
    """Half of seven is four.

    Known: half_rounded.
    """

    def __init__(self, n_chans1=32):
        super().__init__()
        n_chans2 = round(n_chans1 / 2)
        self.conv1 = nn.Conv2d(3, n_chans1, 3, padding="same")
        self.conv2 = nn.Conv2d(n_chans1, n_chans2, 3, padding="same")
        self.pool = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(n_chans2 * 64, 32)
        self.fc2 = nn.Linear(32, 2)

    def forward(self, x):
        x = self.pool(torch.tanh(self.conv1(x)))
        x = self.pool(torch.tanh(self.conv2(x)))
        x = torch.tanh(self.fc1(torch.flatten(x, 1)))
        return self.fc2(x)
