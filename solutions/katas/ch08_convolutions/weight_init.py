import math

from torch import Tensor, nn


def kaiming_std(weight: Tensor) -> float:
    fan_in = weight[0].numel()
    return math.sqrt(2 / fan_in)


def init_weights(model: nn.Module) -> None:
    for module in model.modules():
        if isinstance(module, nn.Linear | nn.Conv2d):
            nn.init.normal_(module.weight, std=kaiming_std(module.weight))
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.constant_(module.weight, 0.5)
            nn.init.zeros_(module.bias)
