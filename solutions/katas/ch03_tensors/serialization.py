from pathlib import Path

import torch
from torch import Tensor


def save(x: Tensor, path: Path) -> None:
    torch.save(x.clone(), path)


def load(path: Path) -> Tensor:
    return torch.load(path, map_location="cpu", weights_only=True)
