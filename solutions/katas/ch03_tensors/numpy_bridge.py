import numpy as np
import torch
from torch import Tensor


def tensor_on(array: np.ndarray) -> Tensor:
    return torch.from_numpy(array)


def array_on(x: Tensor) -> np.ndarray:
    return x.detach().cpu().numpy()


def network_input(array: np.ndarray) -> Tensor:
    return torch.tensor(array, dtype=torch.float32)
