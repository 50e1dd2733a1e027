import torch
from torch import Tensor, nn
from torch.nn.functional import max_pool2d


class ResBlock(nn.Module):
    def __init__(self, n_chans: int):
        super().__init__()
        # Batch norm subtracts the mean, and with it whatever a bias would add.
        self.conv = nn.Conv2d(n_chans, n_chans, kernel_size=3, padding=1, bias=False)
        self.batch_norm = nn.BatchNorm2d(n_chans)
        nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu")
        nn.init.constant_(self.batch_norm.weight, 0.5)
        nn.init.zeros_(self.batch_norm.bias)

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(self.batch_norm(self.conv(x))) + x


class NetResDeep(nn.Module):
    def __init__(self, n_chans1: int = 32, n_blocks: int = 10):
        super().__init__()
        self.conv = nn.Conv2d(3, n_chans1, kernel_size=3, padding=1)
        # Not n_blocks * [ResBlock(n_chans1)]: that is one block, n_blocks times over.
        self.blocks = nn.Sequential(*(ResBlock(n_chans1) for _ in range(n_blocks)))
        self.hidden = nn.Linear(8 * 8 * n_chans1, 32)
        self.output = nn.Linear(32, 2)

    def forward(self, x: Tensor) -> Tensor:
        out = max_pool2d(torch.relu(self.conv(x)), 2)
        out = max_pool2d(self.blocks(out), 2)
        out = torch.relu(self.hidden(out.flatten(1)))
        return self.output(out)
