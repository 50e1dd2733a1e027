from collections.abc import Sequence

import torch
from torch import Tensor


def channel_stats(dataset: Sequence[tuple[Tensor, int]]) -> tuple[Tensor, Tensor]:
    images = torch.stack([image for image, _ in dataset])
    return images.mean(dim=(0, 2, 3)), images.std(dim=(0, 2, 3))


def normalize(images: Tensor, mean: Tensor, std: Tensor) -> Tensor:
    return (images - mean[:, None, None]) / std[:, None, None]


def denormalize(images: Tensor, mean: Tensor, std: Tensor) -> Tensor:
    return images * std[:, None, None] + mean[:, None, None]
