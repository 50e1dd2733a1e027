import torch
from torch import Tensor, nn
from torch.nn.functional import max_pool2d


class NetWidth(nn.Module):
    def __init__(self, n_chans1: int = 32):
        super().__init__()
        n_chans2 = n_chans1 // 2
        self.conv1 = nn.Conv2d(3, n_chans1, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(n_chans1, n_chans2, kernel_size=3, padding=1)
        self.hidden = nn.Linear(8 * 8 * n_chans2, 32)
        self.output = nn.Linear(32, 2)

    def forward(self, x: Tensor) -> Tensor:
        out = max_pool2d(torch.tanh(self.conv1(x)), 2)
        out = max_pool2d(torch.tanh(self.conv2(out)), 2)
        out = torch.tanh(self.hidden(out.flatten(1)))
        return self.output(out)
