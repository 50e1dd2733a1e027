"""Wrong answers to ch08_convolutions/resnet_depth, as people write them."""

import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of
from katas.ch08_convolutions.resnet_depth import ResBlock


@instead_of("NetResDeep")
class ModuleListOfOneBlock(nn.Module):
    """The list holds one block, many times.

    Known: one_block_many_times_of_the_book.
    """

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__()
        self.stem = nn.Conv2d(3, n_chans1, 3, padding=1)
        self.blocks = nn.ModuleList([ResBlock(n_chans1)] * n_blocks)
        self.head = nn.Sequential(
            nn.Flatten(), nn.Linear(n_chans1 * 64, 32), nn.ReLU(), nn.Linear(32, 2)
        )

    def forward(self, x):
        x = nn.functional.max_pool2d(torch.relu(self.stem(x)), 2)
        for block in self.blocks:
            x = block(x)
        return self.head(nn.functional.max_pool2d(x, 2))


@instead_of("NetResDeep")
class BlocksShareTheirBatchNorm(nn.Module):
    """Each block has a convolution of its own, and one batch norm serves them all.

    Known: blocks_share_their_batch_norm.
    """

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__()
        self.stem = nn.Conv2d(3, n_chans1, 3, padding=1)
        self.blocks = nn.Sequential(*[ResBlock(n_chans1) for _ in range(n_blocks)])
        for block in self.blocks:
            for name, child in block.named_children():
                if isinstance(child, nn.BatchNorm2d):
                    first = dict(self.blocks[0].named_children())[name]
                    setattr(block, name, first)
        self.head = nn.Sequential(
            nn.Flatten(), nn.Linear(n_chans1 * 64, 32), nn.ReLU(), nn.Linear(32, 2)
        )

    def forward(self, x):
        x = nn.functional.max_pool2d(torch.relu(self.stem(x)), 2)
        return self.head(nn.functional.max_pool2d(self.blocks(x), 2))


@instead_of("NetResDeep")
class AsTheBookPrintsIt(nn.Module):
    """A list of one block is multiplied.

    Known: one_block_many_times_of_the_book.
    """

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__()
        self.n_chans1 = n_chans1
        self.conv1 = nn.Conv2d(3, n_chans1, kernel_size=3, padding=1)
        self.resblocks = nn.Sequential(*(n_blocks * [ResBlock(n_chans=n_chans1)]))
        self.fc1 = nn.Linear(8 * 8 * n_chans1, 32)
        self.fc2 = nn.Linear(32, 2)

    def forward(self, x):
        out = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        out = self.resblocks(out)
        out = F.max_pool2d(out, 2)
        out = out.view(-1, 8 * 8 * self.n_chans1)
        out = torch.relu(self.fc1(out))
        return self.fc2(out)


@instead_of("NetResDeep")
class BlocksInAPlainList(nn.Module):
    """The blocks are not registered, and what comes out is probabilities.

    Known: blocks_in_a_plain_list, softmax_at_the_end.
    """

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__()
        self.conv = nn.Conv2d(3, n_chans1, 3, padding=1)
        self.blocks = [ResBlock(n_chans1) for _ in range(n_blocks)]
        self.fc1 = nn.Linear(8 * 8 * n_chans1, 32)
        self.fc2 = nn.Linear(32, 2)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv(x)), 2)
        for block in self.blocks:
            x = block(x)
        x = F.max_pool2d(x, 2).flatten(1)
        return F.softmax(self.fc2(F.relu(self.fc1(x))), dim=1)


@instead_of("ResBlock")
class ReluAfterTheSum(nn.Module):
    """The sum goes through the relu, as in the paper.

    Known: relu_after_the_sum.
    """

    def __init__(self, n_chans):
        super().__init__()
        self.conv = nn.Conv2d(n_chans, n_chans, kernel_size=3, padding=1, bias=False)
        self.batch_norm = nn.BatchNorm2d(num_features=n_chans)
        torch.nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu")
        torch.nn.init.constant_(self.batch_norm.weight, 0.5)
        torch.nn.init.zeros_(self.batch_norm.bias)

    def forward(self, x):
        out = self.batch_norm(self.conv(x))
        return torch.relu(out + x)


@instead_of("ResBlock")
class AsItStarts(nn.Module):
    """Parameters start as torch starts them, and the convolution has a bias.

    Known: default_initialization, batch_norm_weight_of_one, bias_before_batch_norm.
    """

    def __init__(self, n_chans):
        super().__init__()
        self.conv = nn.Conv2d(n_chans, n_chans, 3, padding=1)
        self.bn = nn.BatchNorm2d(n_chans)

    def forward(self, x):
        return F.relu(self.bn(self.conv(x))) + x


@instead_of("ResBlock")
class AddedInPlace(nn.Module):
    """The sum is written into the input.

    Known: added_into_the_input.
    """

    def __init__(self, n_chans):
        super().__init__()
        self.conv = nn.Conv2d(n_chans, n_chans, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(n_chans)
        nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu")
        nn.init.constant_(self.bn.weight, 0.5)

    def forward(self, x):
        x += torch.relu(self.bn(self.conv(x)))
        return x


@instead_of("ResBlock")
class NothingSkipped(nn.Module):
    """The input is not added.

    Known: no_skip.
    """

    def __init__(self, n_chans):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(n_chans, n_chans, 3, padding=1, bias=False),
            nn.BatchNorm2d(n_chans),
            nn.ReLU(),
        )
        nn.init.kaiming_normal_(self.layers[0].weight, nonlinearity="relu")
        nn.init.constant_(self.layers[1].weight, 0.5)

    def forward(self, x):
        return self.layers(x)
