from collections.abc import Iterable

import numpy as np
import torch
from torch import Tensor, nn


def segment_volume(
    model: nn.Module, batches: Iterable[tuple[Tensor, list[int]]], shape: tuple[int, int, int]
) -> np.ndarray:
    model.eval()
    mask = torch.zeros(shape, dtype=torch.bool)
    with torch.no_grad():
        for inputs, slices in batches:
            probabilities = model(inputs)[:, 0]
            mask[slices] = (probabilities > 0.5).cpu()
    return mask.numpy()
