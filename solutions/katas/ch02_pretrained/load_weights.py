from collections.abc import Callable
from pathlib import Path

import torch
from torch import nn


def load_weights(build: Callable[[], nn.Module], path: Path) -> nn.Module:
    net = build()
    weights = torch.load(path, weights_only=True)
    net.load_state_dict(weights)
    return net.eval()
