"""Known wrong answers to ch05_mechanics/augmentation."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.augmentation import augment, augmented_split


@instead_of("augment")
def targets_out_of_step(t_u, t_c, n_copies, noise_std, generator=None):
    """You repeated each target next to itself, but the inputs set after set. Most inputs now have
    the target of another sample: repeat both in the same order."""
    inputs, _ = augment(t_u, t_c, n_copies, noise_std, generator)
    return inputs, t_c.repeat_interleave(1 + n_copies, dim=0)


@instead_of("augment")
def copies_next_to_their_sample(t_u, t_c, n_copies, noise_std, generator=None):
    """You put the copies next to their sample. The pairs are right, but the contract wants all
    samples first, then the first copy of them all, then the next."""
    inputs, targets = augment(t_u, t_c, n_copies, noise_std, generator)
    order = torch.arange(len(inputs), device=t_u.device).reshape(1 + n_copies, -1).T.flatten()
    return inputs[order], targets[order]


@instead_of("augment")
def noise_in_the_targets(t_u, t_c, n_copies, noise_std, generator=None):
    """You put noise into the targets as well. They are what the model is to learn: a copy keeps
    the exact target of its sample."""
    inputs, targets = augment(t_u, t_c, n_copies, noise_std, generator)
    noise = torch.randn(targets.shape, generator=generator, device=targets.device)
    noise[: len(t_c)] = 0
    return inputs, (targets + noise_std * noise).to(t_c.dtype)


@instead_of("augment")
def the_samples_themselves_noisy(t_u, t_c, n_copies, noise_std, generator=None):
    """You put noise into the samples themselves. They stay as they were measured; only the copies
    behind them are noisy."""
    _check(t_u, t_c, n_copies, noise_std)
    inputs, targets = augment(t_u, t_c, n_copies, 0.0, generator)
    noise = torch.randn(inputs.shape, generator=generator, device=t_u.device, dtype=t_u.dtype)
    return inputs + noise_std * noise, targets


@instead_of("augment")
def the_same_noise_on_every_copy(t_u, t_c, n_copies, noise_std, generator=None):
    """You drew noise once and used it for every copy, so all copies after the first are
    duplicates. Draw anew for each copy."""
    _check(t_u, t_c, n_copies, noise_std)
    shape = t_u.shape
    noise = torch.randn(shape, generator=generator, device=t_u.device, dtype=t_u.dtype)
    copies = [t_u + noise_std * noise] * n_copies
    return torch.cat([t_u, *copies]), torch.cat([t_c] * (1 + n_copies))


@instead_of("augment")
def one_draw_for_a_whole_copy(t_u, t_c, n_copies, noise_std, generator=None):
    """You drew one number per copy and added it to every element, which only shifts the data.
    Every element needs its own draw."""
    _check(t_u, t_c, n_copies, noise_std)
    kind = {"device": t_u.device, "dtype": t_u.dtype}
    noise = torch.randn(n_copies, generator=generator, **kind)
    copies = [t_u + noise_std * shift for shift in noise]
    return torch.cat([t_u, *copies]), torch.cat([t_c] * (1 + n_copies))


@instead_of("augment")
def noise_that_adds_up(t_u, t_c, n_copies, noise_std, generator=None):
    """You made each copy from the copy before it, so the noise grows from copy to copy. Make every
    copy from the sample itself."""
    _check(t_u, t_c, n_copies, noise_std)
    copies = [t_u]
    for _ in range(n_copies):
        noise = torch.randn(t_u.shape, generator=generator, device=t_u.device, dtype=t_u.dtype)
        copies.append(copies[-1] + noise_std * noise)
    return torch.cat(copies), torch.cat([t_c] * (1 + n_copies))


@instead_of("augment")
def noise_added_in_place(t_u, t_c, n_copies, noise_std, generator=None):
    """You added noise to t_u in place. The measurements are spoilt for everyone who still needs
    them: write t_u + noise, not +=."""
    before = t_u.clone()
    if n_copies:
        noise = torch.randn(t_u.shape, generator=generator, device=t_u.device, dtype=t_u.dtype)
        t_u += noise_std * noise
    return augment(before, t_c, n_copies, noise_std, generator)


@instead_of("augment")
def uniform_noise(t_u, t_c, n_copies, noise_std, generator=None):
    """You drew from torch.rand, which is uniform on [0, 1) and never negative: every copy is warmer
    than its sample. Gaussian noise is torch.randn."""
    _check(t_u, t_c, n_copies, noise_std)
    inputs, targets = augment(t_u, t_c, n_copies, 0.0, generator)
    shape = inputs[len(t_u) :].shape
    inputs[len(t_u) :] += noise_std * torch.rand(
        shape, generator=generator, device=t_u.device, dtype=t_u.dtype
    )
    return inputs, targets


@instead_of("augment")
def the_generator_ignored(t_u, t_c, n_copies, noise_std, generator=None):
    """You drew the noise without the generator you were given. Whoever passes one wants the same
    noise again: hand it to torch.randn."""
    return augment(t_u, t_c, n_copies, noise_std)


@instead_of("augment")
def seeded_at_every_call(t_u, t_c, n_copies, noise_std, generator=None):
    """You set a seed inside the function. Every call then draws the same noise, whatever seed the
    caller chose: only the caller seeds."""
    own = torch.Generator(t_u.device).manual_seed(42)
    return augment(t_u, t_c, n_copies, noise_std, generator or own)


@instead_of("augment")
def the_data_handed_back(t_u, t_c, n_copies, noise_std, generator=None):
    """You returned t_u and t_c themselves where there is nothing to add. Whoever changes the
    result then changes the data: return new tensors."""
    if n_copies == 0:
        return t_u, t_c
    return augment(t_u, t_c, n_copies, noise_std, generator)


@instead_of("augment")
def nonsense_accepted(t_u, t_c, n_copies, noise_std, generator=None):
    """You let a negative n_copies pass: [t_u] * -1 is simply empty. Say what is wrong, by a
    ValueError."""
    return augment(t_u, t_c, max(n_copies, 0), noise_std, generator)


@instead_of("augmented_split")
def validation_augmented(t_u, t_c, train_indices, val_indices, n_copies, noise_std, generator=None):
    """You augmented the validation set, too. It stands for the data the model will meet, so it
    stays as it was measured."""
    train = augment(t_u[train_indices], t_c[train_indices], n_copies, noise_std, generator)
    val = augment(t_u[val_indices], t_c[val_indices], n_copies, noise_std, generator)
    return *train, *val


@instead_of("augmented_split")
def augmented_before_the_split(
    t_u, t_c, train_indices, val_indices, n_copies, noise_std, generator=None
):
    """You augmented first and split afterwards, so copies of the validation samples are trained
    on, and validation looks too good. Split first."""
    inputs, targets = augment(t_u, t_c, n_copies, noise_std, generator)
    n_samples = len(t_u)
    copies = torch.arange(n_samples, len(inputs), device=t_u.device)
    train = torch.cat([train_indices, copies])
    return inputs[train], targets[train], t_u[val_indices], t_c[val_indices]


@instead_of("augmented_split")
def the_indices_used_after_augmenting(
    t_u, t_c, train_indices, val_indices, n_copies, noise_std, generator=None
):
    """You augmented first and took both index tensors of the result. They only reach the samples,
    which come first, so no copy is ever trained on: split first."""
    inputs, targets = augment(t_u, t_c, n_copies, noise_std, generator)
    return inputs[train_indices], targets[train_indices], t_u[val_indices], t_c[val_indices]


@instead_of("augmented_split")
def inputs_first_then_targets(
    t_u, t_c, train_indices, val_indices, n_copies, noise_std, generator=None
):
    """You returned both inputs, then both targets. The order is the book's: train_t_u, train_t_c,
    then val_t_u, val_t_c."""
    train_t_u, train_t_c, val_t_u, val_t_c = augmented_split(
        t_u, t_c, train_indices, val_indices, n_copies, noise_std, generator
    )
    return train_t_u, val_t_u, train_t_c, val_t_c


@instead_of("augmented_split")
def the_generator_not_handed_on(
    t_u, t_c, train_indices, val_indices, n_copies, noise_std, generator=None
):
    """You took a generator and did not hand it on to augment. The noise then comes from torch's
    global one, and the caller's seed has no effect."""
    return augmented_split(t_u, t_c, train_indices, val_indices, n_copies, noise_std)


def _check(t_u, t_c, n_copies, noise_std):
    """Refuse what the reference refuses."""
    augment(t_u, t_c, n_copies, noise_std, torch.Generator(t_u.device))
