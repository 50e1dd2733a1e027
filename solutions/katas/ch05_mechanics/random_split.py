import torch
from torch import Tensor


def split_indices(
    n_samples: int, val_fraction: float, generator: torch.Generator | None = None
) -> tuple[Tensor, Tensor]:
    if not 0 <= val_fraction <= 1:  # written so that NaN, which fails every comparison, is caught
        raise ValueError(f"val_fraction must be between 0 and 1, not {val_fraction}")
    n_val = int(val_fraction * n_samples)
    n_train = n_samples - n_val  # counted from the front: [:-n_val] would be empty for n_val = 0
    shuffled = torch.randperm(n_samples, generator=generator)
    return shuffled[:n_train], shuffled[n_train:]
