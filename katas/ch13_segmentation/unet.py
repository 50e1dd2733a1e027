"""The whole U-Net (§13.3.1).

Down it goes, a block and a pool at each level, and up again, and at each level a bridge carries
over what was seen there before the pool.  Pooling two by two drops the last row or column where
there is an odd number of them, and what comes up is smaller than what went in, without a word.
Here that is an error.
"""

from collections.abc import Callable

from torch import Tensor, nn


class UNet(nn.Module):
    """``down_path`` and ``up_path`` are nn.ModuleLists of blocks, each in the order of its use.

    ``last`` is an nn.Conv2d of 1x1, from the channels of the first level to the classes.
    """

    def __init__(
        self,
        in_channels: int,
        n_classes: int,
        depth: int,
        wf: int,
        block: Callable[[int, int], nn.Module],
        up_block: Callable[[int, int], nn.Module],
    ):
        """The first of ``depth`` levels has 2**wf channels, each other one twice those above it.

        ``block(n_in, n_out)`` makes the block of a level on the way down, ``up_block(n_in, n_out)``
        that on the way up, where the lowest level has none.
        """
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return [N, n_classes, H', W'] for ``x`` [N, in_channels, H, W].

        Between two levels stands the average of each 2x2 pixels.  All blocks are called; one of the
        way up with what comes from below and with the bridge: what the block of its level gave.

        Raises ValueError if what is to be pooled has an odd height or width.
        """
        raise NotImplementedError
