"""Right answers to ch05_mechanics/augmentation, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.augmentation import augment

EQUIVALENT = {
    "Seen on CUDA only: noise is drawn where t_u is.": [("device=t_u.device, ", "")],
    "Outside the contract: inputs on one device, targets on another.": [
        ("device=t_u.device", "device=t_c.device"),
    ],
    "Gaussian noise of mean 0 is as likely to be added as subtracted.": [
        ("t_u + noise_std * noise", "t_u - noise_std * noise"),
    ],
}


def _check(t_u, t_c, n_copies, noise_std):
    if t_u.shape[0] != t_c.shape[0]:
        raise ValueError(f"t_u has {t_u.shape[0]} samples and t_c {t_c.shape[0]}")
    for name, value in {"n_copies": n_copies, "noise_std": noise_std}.items():
        if value < 0:
            raise ValueError(f"{name} must not be negative, but is {value}")


@instead_of("augment")
def one_copy_at_a_time(t_u, t_c, n_copies, noise_std, generator=None):
    _check(t_u, t_c, n_copies, noise_std)
    inputs, targets = t_u.clone(), t_c.clone()
    for _ in range(n_copies):
        noise = torch.empty_like(t_u).normal_(0, noise_std, generator=generator)
        inputs = torch.cat([inputs, t_u + noise])
        targets = torch.cat([targets, t_c])
    return inputs, targets


@instead_of("augment")
def filled_in_place(t_u, t_c, n_copies, noise_std, generator=None):
    _check(t_u, t_c, n_copies, noise_std)
    inputs = t_u.repeat(1 + n_copies, *[1] * (t_u.dim() - 1))
    targets = t_c.repeat(1 + n_copies, *[1] * (t_c.dim() - 1))
    copies = inputs[len(t_u) :]
    zeros = torch.zeros_like(copies)
    copies += torch.normal(zeros, zeros + noise_std, generator=generator)
    return inputs, targets


@instead_of("augment")
def by_index(t_u, t_c, n_copies, noise_std, generator=None):
    _check(t_u, t_c, n_copies, noise_std)
    n_samples = len(t_u)
    n_all = n_samples * (1 + n_copies)
    # Noise for the samples as well, thrown away: a waste, but no error.
    shape = (n_all, *t_u.shape[1:])
    noise = torch.randn(shape, generator=generator, device=t_u.device, dtype=t_u.dtype)
    noise[:n_samples] = 0
    source = torch.arange(n_samples, device=t_u.device).repeat(1 + n_copies)
    return t_u[source] + noise.mul_(noise_std), t_c[source]


@instead_of("augmented_split")
def a_list_by_index_select(
    t_u, t_c, train_indices, val_indices, n_copies, noise_std, generator=None
):
    train_t_u, train_t_c = augment(
        t_u.index_select(0, train_indices),
        t_c.index_select(0, train_indices),
        n_copies,
        noise_std,
        generator,
    )
    return [
        train_t_u,
        train_t_c,
        t_u.index_select(0, val_indices),
        t_c.index_select(0, val_indices),
    ]


@instead_of("augmented_split")
def everything_augmented_then_picked(
    t_u, t_c, train_indices, val_indices, n_copies, noise_std, generator=None
):
    inputs, targets = augment(t_u, t_c, n_copies, noise_std, generator)
    rows = torch.cat([copy * len(t_u) + train_indices for copy in range(1 + n_copies)])
    return inputs[rows], targets[rows], t_u[val_indices], t_c[val_indices]
