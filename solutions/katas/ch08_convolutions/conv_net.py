import torch
from torch import Tensor, nn
from torch.nn.functional import max_pool2d


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(16, 8, kernel_size=3, padding=1)
        self.hidden = nn.Linear(8 * 8 * 8, 32)
        self.output = nn.Linear(32, 2)

    def forward(self, x: Tensor) -> Tensor:
        out = max_pool2d(torch.tanh(self.conv1(x)), 2)
        out = max_pool2d(torch.tanh(self.conv2(out)), 2)
        out = torch.tanh(self.hidden(out.flatten(1)))
        return self.output(out)
