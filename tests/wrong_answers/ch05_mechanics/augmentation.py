"""Wrong answers to ch05_mechanics/augmentation, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of
from katas.ch05_mechanics.augmentation import augment


def check(t_u, t_c, n_copies, noise_std):
    if n_copies < 0 or noise_std < 0:
        raise ValueError(f"n_copies {n_copies}, noise_std {noise_std}")
    if len(t_u) != len(t_c):
        raise ValueError(f"{len(t_u)} inputs, {len(t_c)} targets")


@instead_of("augment")
def one_noise_for_all_copies(t_u, t_c, n_copies, noise_std, generator=None):
    """Every copy is the same.

    Known: the_same_noise_on_every_copy.
    """
    check(t_u, t_c, n_copies, noise_std)
    noise = torch.randn(t_u.shape, generator=generator, dtype=t_u.dtype, device=t_u.device)
    noisy = t_u + noise_std * noise
    return torch.cat([t_u] + [noisy] * n_copies), torch.cat([t_c] * (n_copies + 1))


@instead_of("augment")
def copies_beside_their_samples(t_u, t_c, n_copies, noise_std, generator=None):
    """All copies of a sample stand together.

    Known: nothing.
    """
    check(t_u, t_c, n_copies, noise_std)
    copies = t_u.repeat_interleave(n_copies, dim=0)
    noise = torch.empty_like(copies).normal_(generator=generator)
    targets = t_c.repeat_interleave(n_copies, dim=0)
    return torch.cat([t_u, copies + noise_std * noise]), torch.cat([t_c, targets])


@instead_of("augment")
def the_samples_get_noise_too(t_u, t_c, n_copies, noise_std, generator=None):
    """The first N are not the samples as they were.

    Known: the_samples_themselves_noisy.
    """
    check(t_u, t_c, n_copies, noise_std)
    reps = [n_copies + 1] + [1] * (t_u.dim() - 1)
    x = t_u.repeat(reps)
    y = torch.cat([t_c] * (n_copies + 1))
    x = x + noise_std * torch.randn(x.shape, generator=generator, dtype=x.dtype, device=x.device)
    return x, y


@instead_of("augment")
def generator_not_asked(t_u, t_c, n_copies, noise_std, generator=None):
    """The noise is torch's own, also where a generator is given, and uniform.

    Known: the_generator_ignored, uniform_noise.
    """
    check(t_u, t_c, n_copies, noise_std)
    inputs, targets = [t_u], [t_c]
    for _ in range(n_copies):
        inputs.append(t_u + noise_std * torch.rand_like(t_u))
        targets.append(t_c)
    return torch.cat(inputs), torch.cat(targets)


@instead_of("augment")
def nothing_refused(t_u, t_c, n_copies, noise_std, generator=None):
    """Any arguments will do.

    Known: nonsense_accepted.
    """
    us, cs = [t_u], [t_c]
    for _ in range(n_copies):
        noise = torch.randn(t_u.shape, generator=generator, dtype=t_u.dtype, device=t_u.device)
        us.append(t_u + noise * noise_std)
        cs.append(t_c)
    return torch.cat(us), torch.cat(cs)


@instead_of("augmented_split")
def augmented_then_split(t_u, t_c, train_indices, val_indices, n_copies, noise_std, generator=None):
    """The samples are augmented first, and the indices then choose among the first N.

    Known: nothing.
    """
    big_u, big_c = augment(t_u, t_c, n_copies, noise_std, generator)
    return big_u[train_indices], big_c[train_indices], big_u[val_indices], big_c[val_indices]


@instead_of("augmented_split")
def validation_augmented_too(
    t_u, t_c, train_indices, val_indices, n_copies, noise_std, generator=None
):
    """The validation set has noisy copies as well.

    Known: validation_augmented.
    """
    train = augment(t_u[train_indices], t_c[train_indices], n_copies, noise_std, generator)
    val = augment(t_u[val_indices], t_c[val_indices], n_copies, noise_std, generator)
    return *train, *val
