"""Wrong answers to ch13_segmentation/unet, as people write them."""

import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of


class _Built(nn.Module):
    """The parts, as they should be."""

    def __init__(self, in_channels, n_classes, depth, wf, block, up_block):
        super().__init__()
        sizes = [in_channels] + [2 ** (wf + i) for i in range(depth)]
        self.down_path = nn.ModuleList([block(sizes[i], sizes[i + 1]) for i in range(depth)])
        self.up_path = nn.ModuleList(
            [up_block(sizes[i + 1], sizes[i]) for i in range(depth - 1, 0, -1)]
        )
        self.last = nn.Conv2d(sizes[1], n_classes, 1)


@instead_of("UNet")
class AsPrinted(_Built):
    """An odd row is lost.

    Known: the_last_row_lost_of_the_book.
    """

    def forward(self, x):
        blocks = []
        for i, down in enumerate(self.down_path):
            x = down(x)
            if i != len(self.down_path) - 1:
                blocks.append(x)
                x = F.avg_pool2d(x, 2)
        for i, up in enumerate(self.up_path):
            x = up(x, blocks[-i - 1])
        return self.last(x)


@instead_of("UNet")
class DivisibleByEight(_Built):
    """The input is looked at, as for a padded net.

    Known: the_size_of_the_input.
    """

    def forward(self, x):
        factor = 2 ** (len(self.down_path) - 1)
        if x.shape[2] % factor or x.shape[3] % factor:
            raise ValueError(f"size must be divisible by {factor}")
        skips = []
        for down in self.down_path[:-1]:
            skips.append(down(x))
            x = F.avg_pool2d(skips[-1], 2)
        x = self.down_path[-1](x)
        for skip, up in zip(reversed(skips), self.up_path, strict=True):
            x = up(x, skip)
        return self.last(x)


@instead_of("UNet")
class MaxPooledAndSigmoidAtTheEnd(_Built):
    """The paper's pool, and probabilities where scores should be.

    Known: the_largest, sigmoid_at_the_end.
    """

    def forward(self, x):
        skips = []
        for i, down in enumerate(self.down_path):
            x = down(x)
            if i < len(self.up_path):
                if x.size(2) % 2 != 0 or x.size(3) % 2 != 0:
                    raise ValueError("odd")
                skips.append(x)
                x = F.max_pool2d(x, 2)
        for up in self.up_path:
            x = up(x, skips.pop())
        return self.last(x).sigmoid()


@instead_of("UNet")
class PooledEachTime(_Built):
    """There is a pool behind the lowest level as well.

    Known: pooled_after_the_last_level.
    """

    def forward(self, x):
        skips = []
        for down in self.down_path:
            x = down(x)
            if len(skips) < len(self.up_path) and (x.size(2) % 2 or x.size(3) % 2):
                raise ValueError(f"odd size {tuple(x.shape)}")
            skips.append(x)
            x = F.avg_pool2d(x, 2)
        skips.pop()
        for up in self.up_path:
            x = up(x, skips.pop())
        return self.last(x)


@instead_of("UNet")
class ForwardByHand(_Built):
    """No block is called, so none of its hooks runs.

    Known: past_the_call.
    """

    def forward(self, x):
        blocks = []
        for i, down in enumerate(self.down_path):
            x = down.forward(x)
            if i != len(self.down_path) - 1:
                if x.shape[2] % 2 or x.shape[3] % 2:
                    raise ValueError("odd")
                blocks.append(x)
                x = F.avg_pool2d(x, 2)
        for i, up in enumerate(self.up_path):
            x = up.forward(x, blocks[-i - 1])
        return self.last(x)


@instead_of("UNet")
class EvenEverywhere(_Built):
    """Each level has to be even, also the lowest, or it is an error.

    Known: the_lowest_level_too.
    """

    def forward(self, x):
        blocks = []
        for i, down in enumerate(self.down_path):
            x = down(x)
            if x.shape[2] % 2 or x.shape[3] % 2:
                raise ValueError("odd")
            if i != len(self.down_path) - 1:
                blocks.append(x)
                x = F.avg_pool2d(x, 2)
        for i, up in enumerate(self.up_path):
            x = up(x, blocks[-i - 1])
        return self.last(x)
