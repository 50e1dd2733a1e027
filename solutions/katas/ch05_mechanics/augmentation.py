import torch
from torch import Tensor


def augment(
    t_u: Tensor,
    t_c: Tensor,
    n_copies: int,
    noise_std: float,
    generator: torch.Generator | None = None,
) -> tuple[Tensor, Tensor]:
    if len(t_u) != len(t_c):
        raise ValueError(f"{len(t_u)} inputs, but {len(t_c)} targets")
    if n_copies < 0:
        raise ValueError(f"n_copies is {n_copies}")
    if noise_std < 0:
        raise ValueError(f"noise_std is {noise_std}")
    shape = (n_copies, *t_u.shape)
    noise = torch.randn(shape, generator=generator, device=t_u.device, dtype=t_u.dtype)
    copies = (t_u + noise_std * noise).flatten(0, 1)
    return torch.cat([t_u, copies]), torch.cat([t_c] * (1 + n_copies))


def augmented_split(
    t_u: Tensor,
    t_c: Tensor,
    train_indices: Tensor,
    val_indices: Tensor,
    n_copies: int,
    noise_std: float,
    generator: torch.Generator | None = None,
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    train = augment(t_u[train_indices], t_c[train_indices], n_copies, noise_std, generator)
    return *train, t_u[val_indices], t_c[val_indices]
