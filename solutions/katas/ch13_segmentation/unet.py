from collections.abc import Callable
from itertools import pairwise

from torch import Tensor, nn
from torch.nn.functional import avg_pool2d


class UNet(nn.Module):
    def __init__(
        self,
        in_channels: int,
        n_classes: int,
        depth: int,
        wf: int,
        block: Callable[[int, int], nn.Module],
        up_block: Callable[[int, int], nn.Module],
    ):
        super().__init__()
        widths = [2 ** (wf + level) for level in range(depth)]
        self.down_path = nn.ModuleList(block(*it) for it in pairwise([in_channels, *widths]))
        self.up_path = nn.ModuleList(up_block(*it) for it in pairwise(reversed(widths)))
        self.last = nn.Conv2d(widths[0], n_classes, kernel_size=1)

    def forward(self, x: Tensor) -> Tensor:
        *levels, lowest = self.down_path
        bridges = []
        for down in levels:
            x = down(x)
            if x.shape[2] % 2 or x.shape[3] % 2:
                raise ValueError(f"{tuple(x.shape[2:])} cannot be halved")
            bridges.append(x)
            x = avg_pool2d(x, kernel_size=2)
        x = lowest(x)
        for up in self.up_path:
            x = up(x, bridges.pop())
        return self.last(x)
