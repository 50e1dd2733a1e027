from torch import Tensor, nn


class UNetBlock(nn.Module):
    def __init__(self, in_channels: int, out_channels: int, padding: bool, batch_norm: bool):
        super().__init__()
        parts = []
        for channels in (in_channels, out_channels):
            conv = nn.Conv2d(channels, out_channels, kernel_size=3, padding=int(padding))
            parts += [conv, nn.ReLU()]
            if batch_norm:
                parts.append(nn.BatchNorm2d(out_channels))
        self.block = nn.Sequential(*parts)

    def forward(self, x: Tensor) -> Tensor:
        return self.block(x)
