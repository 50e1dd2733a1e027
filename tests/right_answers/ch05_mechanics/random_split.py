"""Right answers to ch05_mechanics/random_split, written differently."""

import math
import random

import torch
from torch.utils.data import random_split

from katas._dojo.writing.mistakes import instead_of


@instead_of("split_indices")
def validation_from_the_front(n_samples, val_fraction, generator=None):
    if math.isnan(val_fraction) or val_fraction < 0 or val_fraction > 1:
        raise ValueError(f"{val_fraction} is no fraction")
    n_val = math.floor(val_fraction * n_samples)
    val, train = torch.randperm(n_samples, generator=generator).tensor_split([n_val])
    return train, val


@instead_of("split_indices")
def sides_in_order(n_samples, val_fraction, generator=None):
    if not (val_fraction >= 0 and val_fraction <= 1):
        raise ValueError("val_fraction is outside [0, 1]")
    for_validation = torch.zeros(n_samples, dtype=torch.bool)
    chosen = torch.randperm(n_samples, generator=generator)[: int(val_fraction * n_samples)]
    for_validation[chosen] = True
    return (~for_validation).nonzero().flatten(), for_validation.nonzero().flatten()


@instead_of("split_indices")
def by_sorting_random_numbers(n_samples, val_fraction, generator=None):
    if not 0 <= val_fraction <= 1:
        raise ValueError(f"val_fraction={val_fraction!r}")
    keys = torch.rand(n_samples, generator=generator, dtype=torch.float64)
    order = keys.argsort()
    n_train = n_samples - int(val_fraction * n_samples)
    return tuple(order.split([n_train, n_samples - n_train]))


@instead_of("split_indices")
def python_seeded_by_torch(n_samples, val_fraction, generator=None):
    if not 0.0 <= val_fraction <= 1.0:
        raise ValueError(f"val_fraction {val_fraction}")
    seed = torch.randint(2**62, (), generator=generator).item()
    order = random.Random(seed).sample(range(n_samples), n_samples)
    n_val = int(val_fraction * n_samples)
    val, train = order[:n_val], order[n_val:]
    return torch.tensor(train, dtype=torch.int64), torch.tensor(val, dtype=torch.int64)


@instead_of("split_indices")
def swapped_by_hand(n_samples, val_fraction, generator=None):
    if not 0 <= val_fraction <= 1:
        raise ValueError(f"val_fraction: {val_fraction}")
    if generator is None:
        generator = torch.default_generator
    order = torch.arange(n_samples)
    for last in range(n_samples - 1, 0, -1):
        other = int(torch.randint(last + 1, (1,), generator=generator))
        order[[last, other]] = order[[other, last]]
    n_val = int(val_fraction * n_samples)
    return order[n_val:], order[:n_val]


@instead_of("split_indices")
def with_random_split(n_samples, val_fraction, generator=None):
    if not 0 <= val_fraction <= 1:
        raise ValueError(f"val_fraction is {val_fraction}")
    n_val = int(val_fraction * n_samples)
    generator = torch.default_generator if generator is None else generator
    sides = random_split(range(n_samples), [n_samples - n_val, n_val], generator)
    train, val = (torch.tensor(list(side.indices), dtype=torch.long) for side in sides)
    return train, val
