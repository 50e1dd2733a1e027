from pathlib import Path

import torch
from torch import nn


def save_checkpoint(
    path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, epoch: int
) -> None:
    states = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save({**states, "epoch": epoch}, path)


def load_checkpoint(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer) -> int:
    # Every machine has a CPU; load_state_dict copies from there to where the model is.
    checkpoint = torch.load(path, map_location="cpu")
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["epoch"]
