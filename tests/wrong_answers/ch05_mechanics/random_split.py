"""Wrong answers to ch05_mechanics/random_split, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("split_indices")
def book_cut_without_a_check(n_samples, val_fraction, generator=None):
    """No samples for validation are cut at -0, which is all, and any fraction will do.

    Known: the_cut_of_the_book, minus_zero, unchecked.
    """
    order = torch.randperm(n_samples, generator=generator)
    k = int(n_samples * val_fraction)
    return order[:-k], order[-k:]


@instead_of("split_indices")
def validation_comes_first(n_samples, val_fraction, generator=None):
    """The two parts come back in the other order.

    Known: validation_first.
    """
    if not 0 <= val_fraction <= 1:
        raise ValueError(f"val_fraction must lie in [0, 1], got {val_fraction}")
    n_val = int(val_fraction * n_samples)
    perm = torch.randperm(n_samples, generator=generator)
    return perm[:n_val], perm[n_val:]


@instead_of("split_indices")
def rounded(n_samples, val_fraction, generator=None):
    """The number for validation is rounded, and NaN is let in.

    Known: rounded_to_the_nearest, nan_slips_through.
    """
    if val_fraction < 0 or val_fraction > 1:
        raise ValueError(f"val_fraction={val_fraction}")
    n_val = round(val_fraction * n_samples)
    shuffled = torch.randperm(n_samples, generator=generator)
    n_train = n_samples - n_val
    return shuffled[:n_train], shuffled[n_train:]


@instead_of("split_indices")
def a_seed_of_its_own(n_samples, val_fraction, generator=None):
    """Without a generator every split is the same.

    Known: a_new_generator_for_none.
    """
    if not 0.0 <= val_fraction <= 1.0:
        raise ValueError(f"val_fraction {val_fraction} is not in [0, 1]")
    if generator is None:
        generator = torch.Generator().manual_seed(42)
    n_train = n_samples - int(val_fraction * n_samples)
    indices = torch.randperm(n_samples, generator=generator)
    return indices[:n_train], indices[n_train:]


@instead_of("split_indices")
def not_shuffled(n_samples, val_fraction, generator=None):
    """The last samples are for validation, always.

    Known: not_shuffled.
    """
    if not (0 <= val_fraction <= 1):
        raise ValueError(f"val_fraction: {val_fraction}")
    cut = n_samples - int(val_fraction * n_samples)
    indices = torch.arange(n_samples)
    return indices[:cut], indices[cut:]


@instead_of("split_indices")
def two_permutations(n_samples, val_fraction, generator=None):
    """Each part is cut from a shuffle of its own, and they overlap.

    Known: two_permutations.
    """
    if not 0 <= val_fraction <= 1:
        raise ValueError(f"val_fraction is {val_fraction}")
    n_val = int(val_fraction * n_samples)
    train = torch.randperm(n_samples, generator=generator)[: n_samples - n_val]
    val = torch.randperm(n_samples, generator=generator)[:n_val]
    return train, val
