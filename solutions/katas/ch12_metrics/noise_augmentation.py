from collections.abc import Callable

import torch
from torch import Generator, Tensor


def augment(
    crop: Tensor,
    resample: Callable[[Tensor], Tensor],
    noise: float,
    generator: Generator,
    training: bool,
) -> Tensor:
    if not training:
        return crop
    resampled = resample(crop)
    drawn = torch.randn(resampled.shape, generator=generator, dtype=resampled.dtype)
    return resampled + noise * drawn
