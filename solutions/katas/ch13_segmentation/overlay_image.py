from pathlib import Path

import torch
from torch import Tensor
from torch.utils.tensorboard import SummaryWriter


def overlay(hu: Tensor, predicted: Tensor, label: Tensor) -> Tensor:
    grey = hu / 2000 + 0.5
    false_alarm, missed, found = predicted & ~label, ~predicted & label, predicted & label
    red = grey + (false_alarm | missed)
    green = grey + 0.5 * missed + found
    return (torch.stack([red, green, grey], dim=-1) * 0.5).clamp(0, 1)


def log_overlay(log_dir: Path, tag: str, image: Tensor, n_seen: int) -> None:
    with SummaryWriter(log_dir) as writer:
        writer.add_image(tag, image, n_seen, dataformats="HWC")
