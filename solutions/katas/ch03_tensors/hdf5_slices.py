from pathlib import Path

import h5py
import torch
from torch import Tensor


def save(points: Tensor, path: Path) -> None:
    with h5py.File(path, "w") as file:
        file["coords"] = points.cpu().numpy()


def last_points(path: Path, n: int) -> Tensor:
    with h5py.File(path, "r") as file:
        return torch.from_numpy(file["coords"][-n:])
