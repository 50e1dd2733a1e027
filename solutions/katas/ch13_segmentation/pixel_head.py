from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy


class PixelClassifier(nn.Module):
    def __init__(self, in_channels: int, net: nn.Module):
        super().__init__()
        self.input_batchnorm = nn.BatchNorm2d(in_channels)
        self.unet = net

    def forward(self, x: Tensor) -> Tensor:
        scores = self.unet(self.input_batchnorm(x))
        return scores.sigmoid()


def pixel_loss(probabilities: Tensor, labels: Tensor) -> Tensor:
    return binary_cross_entropy(probabilities, labels.to(probabilities.dtype))
