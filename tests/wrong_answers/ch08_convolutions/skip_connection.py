"""Wrong answers to ch08_convolutions/skip_connection, as people write them."""

import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


class _Net(nn.Module):
    def __init__(self, n_chans1=32):
        super().__init__()
        self.n_chans1 = n_chans1
        self.conv1 = nn.Conv2d(3, n_chans1, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(n_chans1, n_chans1 // 2, kernel_size=3, padding=1)
        self.conv3 = nn.Conv2d(n_chans1 // 2, n_chans1 // 2, kernel_size=3, padding=1)
        self.fc1 = nn.Linear(4 * 4 * n_chans1 // 2, 32)
        self.fc2 = nn.Linear(32, 2)

    def features(self, x):
        out = functional.max_pool2d(torch.relu(self.conv1(x)), 2)
        return functional.max_pool2d(torch.relu(self.conv2(out)), 2)

    def classify(self, out):
        return self.fc2(torch.relu(self.fc1(out.flatten(1))))


@instead_of("NetRes")
class NetDepth(_Net):
    """There is no skip.

    Known: no_skip.
    """

    def forward(self, x):
        out = self.features(x)
        out = functional.max_pool2d(torch.relu(self.conv3(out)), 2)
        return self.classify(out)


@instead_of("NetRes")
class ReluOfTheSum(_Net):
    """The relu stands after the sum.

    Known: added_ahead_of_relu.
    """

    def forward(self, x):
        out1 = self.features(x)
        out = torch.relu(self.conv3(out1) + out1)
        return self.classify(functional.max_pool2d(out, 2))


@instead_of("NetRes")
class AddedAfterThePool(_Net):
    """What was kept is added after the pooling, and pooled for that.

    Known: added_after_the_pooling.
    """

    def forward(self, x):
        out = self.features(x)
        skip = functional.max_pool2d(out, 2)
        out = functional.max_pool2d(torch.relu(self.conv3(out)), 2) + skip
        return self.classify(out)


@instead_of("NetRes")
class RestoredName(_Net):
    """The name that should keep the input of the third convolution is given to its output.

    Known: added_to_itself.
    """

    def forward(self, x):
        out = self.features(x)
        out = torch.relu(self.conv3(out))
        out1 = out
        return self.classify(functional.max_pool2d(out + out1, 2))


@instead_of("NetRes")
class AddedInPlace(_Net):
    """The relu of the third convolution is overwritten, which its gradient needs.

    Known: added_into_the_result_of_relu.
    """

    def forward(self, x):
        out1 = self.features(x)
        out = torch.relu(self.conv3(out1))
        out += out1
        return self.classify(functional.max_pool2d(out, 2))


@instead_of("NetRes")
class NoReluBetweenTheLinears(_Net):
    """Two linear layers follow one another, and probabilities come out.

    Known: no_relu_after_fc1, probabilities.
    """

    def forward(self, x):
        out1 = self.features(x)
        out = functional.relu(self.conv3(out1)) + out1
        out = functional.max_pool2d(out, 2).view(-1, 4 * 4 * self.n_chans1 // 2)
        return functional.softmax(self.fc2(self.fc1(out)), dim=1)


@instead_of("NetRes")
class AlwaysThirtyTwo(_Net):
    """The channels are written down, whatever is asked for.

    Known: nothing.
    """

    def __init__(self, n_chans1=32):
        super().__init__(32)

    def forward(self, x):
        x = self.features(x)
        x = torch.relu(self.conv3(x)) + x
        return self.classify(functional.max_pool2d(x, 2))
