"""Known wrong answers to ch05_mechanics/augmentation."""

from katas._dojo.writing.mistakes import Edit

targets_out_of_step = Edit(
    """You repeated each target next to itself, but the inputs set after set. Most inputs now have
    the target of another sample: repeat both in the same order.""",
    {"torch.cat([t_c] * (1 + n_copies))": "t_c.repeat_interleave(1 + n_copies, dim=0)"},
)

copies_next_to_their_sample = Edit(
    """You put the copies next to their sample. The pairs are right, but the contract wants all
    samples first, then the first copy of them all, then the next.""",
    {
        """
        copies = (t_u + noise_std * noise).flatten(0, 1)
        return torch.cat([t_u, copies]), torch.cat([t_c] * (1 + n_copies))
        """: """
        copies = t_u + noise_std * noise
        inputs = torch.cat([t_u[None], copies]).transpose(0, 1).flatten(0, 1)
        return inputs, t_c.repeat_interleave(1 + n_copies, dim=0)
        """,
    },
)

noise_in_the_targets = Edit(
    """You put noise into the targets as well. They are what the model is to learn: a copy keeps
    the exact target of its sample.""",
    {
        "return torch.cat([t_u, copies]), torch.cat([t_c] * (1 + n_copies))": """
            shape = (n_copies, *t_c.shape)
            noise = torch.randn(shape, generator=generator, device=t_c.device)
            noisy = (t_c + noise_std * noise).flatten(0, 1)
            return torch.cat([t_u, copies]), torch.cat([t_c, noisy])
        """,
    },
)

the_samples_themselves_noisy = Edit(
    """You put noise into the samples themselves. They stay as they were measured; only the copies
    behind them are noisy.""",
    {
        "shape = (n_copies, *t_u.shape)": "shape = (1 + n_copies, *t_u.shape)",
        "return torch.cat([t_u, copies])": "return copies",
    },
)

the_same_noise_on_every_copy = Edit(
    """You drew noise once and used it for every copy, so all copies after the first are
    duplicates. Draw anew for each copy.""",
    {
        "shape = (n_copies, *t_u.shape)": "shape = (1, *t_u.shape)",
        "torch.cat([t_u, copies])": "torch.cat([t_u, *[copies] * n_copies])",
    },
)

one_draw_for_a_whole_copy = Edit(
    """You drew one number per copy and added it to every element, which only shifts the data.
    Every element needs its own draw.""",
    {"shape = (n_copies, *t_u.shape)": "shape = (n_copies, *[1] * t_u.dim())"},
)

noise_added_in_place = Edit(
    """You added noise to t_u in place. The measurements are spoilt for everyone who still needs
    them: write t_u + noise, not +=.""",
    {
        "copies = (t_u + noise_std * noise).flatten(0, 1)": """
            copies = [t_u.clone()]
            for drawn in noise:
                t_u += noise_std * drawn
                copies.append(t_u.clone())
        """,
        "torch.cat([t_u, copies])": "torch.cat(copies)",
    },
)

uniform_noise = Edit(
    """You drew from torch.rand, which is uniform on [0, 1) and never negative: every copy is warmer
    than its sample. Gaussian noise is torch.randn.""",
    {"torch.randn(": "torch.rand("},
)

the_generator_ignored = Edit(
    """You drew the noise without the generator you were given. Whoever passes one wants the same
    noise again: hand it to torch.randn.""",
    {"generator=generator, ": ""},
)

seeded_at_every_call = Edit(
    """Your noise is always the same if no generator is given, whatever seed the caller chose.
    Draw from torch's global generator and set no seed: only the caller does.""",
    {
        "shape = (n_copies, *t_u.shape)": """
            torch.manual_seed(42)
            shape = (n_copies, *t_u.shape)
        """,
    },
)

nonsense_accepted = Edit(
    """You did not look at all of the arguments first. A negative n_copies or noise_std is a
    ValueError, and so are more targets than inputs, or fewer.""",
    {
        """
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
        """: """
        inputs, targets = [t_u], [t_c]
        for _ in range(n_copies):
            noise = torch.randn(t_u.shape, generator=generator, device=t_u.device, dtype=t_u.dtype)
            inputs.append(t_u + noise_std * noise)
            targets.append(t_c)
        return torch.cat(inputs), torch.cat(targets)
        """,
    },
)

validation_augmented = Edit(
    """You augmented the validation set, too. It stands for the data the model will meet, so it
    stays as it was measured.""",
    {
        "return *train, t_u[val_indices], t_c[val_indices]": """
            val = augment(t_u[val_indices], t_c[val_indices], n_copies, noise_std, generator)
            return *train, *val
        """,
    },
)

augmented_before_the_split = Edit(
    """You augmented first and split afterwards, so copies of the validation samples are trained
    on, and validation looks too good. Split first.""",
    {
        """
        train = augment(t_u[train_indices], t_c[train_indices], n_copies, noise_std, generator)
        return *train, t_u[val_indices], t_c[val_indices]
        """: """
        inputs, targets = augment(t_u, t_c, n_copies, noise_std, generator)
        copies = torch.arange(len(t_u), len(inputs), device=t_u.device)
        train = torch.cat([train_indices, copies])
        return inputs[train], targets[train], inputs[val_indices], targets[val_indices]
        """,
    },
)

inputs_first_then_targets = Edit(
    """You returned both inputs, then both targets. The order is train_t_u, train_t_c, then
    val_t_u, val_t_c.""",
    {
        """
        train = augment(t_u[train_indices], t_c[train_indices], n_copies, noise_std, generator)
        return *train, t_u[val_indices], t_c[val_indices]
        """: """
        inputs, targets = augment(
            t_u[train_indices], t_c[train_indices], n_copies, noise_std, generator
        )
        return inputs, t_u[val_indices], targets, t_c[val_indices]
        """,
    },
)

the_generator_not_handed_on = Edit(
    """You took a generator and did not hand it on to augment. The noise then comes from torch's
    global one, and the caller's seed has no effect.""",
    {"noise_std, generator)": "noise_std)"},
)
