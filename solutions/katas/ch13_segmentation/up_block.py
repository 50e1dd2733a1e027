import torch
from torch import Tensor, nn


class UpJoin(nn.Module):
    def __init__(self, in_channels: int, out_channels: int, up_mode: str):
        super().__init__()
        if up_mode == "upconv":
            self.up = nn.ConvTranspose2d(in_channels, out_channels, kernel_size=2, stride=2)
        else:
            self.up = nn.Sequential(
                nn.Upsample(scale_factor=2, mode="bilinear"),
                nn.Conv2d(in_channels, out_channels, kernel_size=1),
            )

    def forward(self, x: Tensor, bridge: Tensor) -> Tensor:
        up = self.up(x)
        height, width = up.shape[2:]
        top = (bridge.shape[2] - height) // 2
        left = (bridge.shape[3] - width) // 2
        middle = bridge[:, :, top : top + height, left : left + width]
        return torch.cat([up, middle], dim=1)
