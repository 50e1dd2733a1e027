import torch
from torch import Tensor, nn
from torch.nn.functional import max_pool2d


class NetRes(nn.Module):
    def __init__(self, n_chans1: int = 32):
        super().__init__()
        self.conv1 = nn.Conv2d(3, n_chans1, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(n_chans1, n_chans1 // 2, kernel_size=3, padding=1)
        self.conv3 = nn.Conv2d(n_chans1 // 2, n_chans1 // 2, kernel_size=3, padding=1)
        self.fc1 = nn.Linear(n_chans1 // 2 * 4 * 4, 32)
        self.fc2 = nn.Linear(32, 2)

    def forward(self, x: Tensor) -> Tensor:
        out = max_pool2d(torch.relu(self.conv1(x)), 2)
        out = max_pool2d(torch.relu(self.conv2(out)), 2)
        out = max_pool2d(torch.relu(self.conv3(out)) + out, 2)
        out = torch.relu(self.fc1(out.flatten(1)))
        return self.fc2(out)
