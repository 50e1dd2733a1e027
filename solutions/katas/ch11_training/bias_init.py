import math

from torch import nn


def init_weights(model: nn.Module) -> None:
    for module in model.modules():
        if isinstance(module, nn.Linear | nn.Conv2d | nn.Conv3d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            if module.bias is not None:
                bound = 1 / math.sqrt(module.weight[:, 0].numel())
                nn.init.uniform_(module.bias, -bound, bound)
