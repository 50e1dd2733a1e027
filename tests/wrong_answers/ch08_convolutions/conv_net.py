"""Wrong answers to ch08_convolutions/conv_net, as people write them."""

import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("Net")
class NetOfTheBook(nn.Module):
    """Rows of 512 numbers are cut from images of any size.

    Known: the_view_of_the_book.
    """

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
        out = out.view(-1, 8 * 8 * 8)
        out = self.act3(self.fc1(out))
        return self.fc2(out)


@instead_of("Net")
class WithSoftmax(nn.Module):
    """Probabilities come out, and relu stands in the place of tanh.

    Known: relu_for_tanh, probabilities.
    """

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1)
        self.conv2 = nn.Conv2d(16, 8, 3, padding=1)
        self.fc1 = nn.Linear(512, 32)
        self.fc2 = nn.Linear(32, 2)

    def forward(self, x):
        x = functional.max_pool2d(functional.relu(self.conv1(x)), 2)
        x = functional.max_pool2d(functional.relu(self.conv2(x)), 2)
        x = torch.flatten(x, 1)
        return functional.softmax(self.fc2(functional.relu(self.fc1(x))), dim=1)


@instead_of("Net")
class WithoutTheThirdTanh(nn.Sequential):
    """Two linear layers in a row.

    Known: no_tanh_between_the_linear_layers.
    """

    def __init__(self):
        super().__init__(
            nn.Conv2d(3, 16, 3, padding=1),
            nn.Tanh(),
            nn.MaxPool2d(2),
            nn.Conv2d(16, 8, 3, padding=1),
            nn.Tanh(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(512, 32),
            nn.Linear(32, 2),
        )


@instead_of("Net")
class WithoutPadding(nn.Sequential):
    """The convolutions shrink the image.

    Known: not_padded.
    """

    def __init__(self):
        super().__init__(
            nn.Conv2d(3, 16, 3),
            nn.Tanh(),
            nn.MaxPool2d(2),
            nn.Conv2d(16, 8, 3),
            nn.Tanh(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(8 * 6 * 6, 32),
            nn.Tanh(),
            nn.Linear(32, 2),
        )


class _Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1)
        self.conv2 = nn.Conv2d(16, 8, 3, padding=1)
        self.fc1 = nn.Linear(512, 32)
        self.fc2 = nn.Linear(32, 2)

    def convolved(self, x):
        x = functional.max_pool2d(torch.tanh(self.conv1(x)), 2)
        return functional.max_pool2d(torch.tanh(self.conv2(x)), 2)


@instead_of("Net")
class ChannelsLast(_Net):
    """The channels of a pixel stand together in the row.

    Known: channels_last.
    """

    def forward(self, x):
        x = self.convolved(x).permute(0, 2, 3, 1).flatten(1)
        return self.fc2(torch.tanh(self.fc1(x)))


@instead_of("Net")
class LogSoftmaxAtTheEnd(_Net):
    """Logarithms of probabilities come out.

    Known: nothing.
    """

    def forward(self, x):
        x = torch.tanh(self.fc1(self.convolved(x).flatten(1)))
        return functional.log_softmax(self.fc2(x), dim=1)


@instead_of("Net")
class SqueezedAtTheEnd(_Net):
    """A batch of one image loses its batch dimension.

    Known: a_single_image_without_its_batch.
    """

    def forward(self, x):
        x = self.convolved(x).reshape(x.size(0), -1)
        return self.fc2(torch.tanh(self.fc1(x))).squeeze()


@instead_of("Net")
class AveragePools(_Net):
    """Pixels are averaged, and rows of 512 numbers are cut from images of any size.

    Known: averages_pooled, the_view_of_the_book.
    """

    def forward(self, x):
        x = functional.avg_pool2d(torch.tanh(self.conv1(x)), 2)
        x = functional.avg_pool2d(torch.tanh(self.conv2(x)), 2)
        return self.fc2(torch.tanh(self.fc1(x.view(-1, 512))))
