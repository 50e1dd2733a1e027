"""Known wrong answers to ch05_mechanics/random_split."""

from katas._dojo.writing.mistakes import Edit

minus_zero = Edit(
    """You cut at -n_val. When n_val is 0 that is the same as 0: training gets nothing, and
    validation everything. Count from the front, with n_samples - n_val.""",
    {"shuffled[:n_train], shuffled[n_train:]": "shuffled[:-n_val], shuffled[-n_val:]"},
)

the_cut_of_the_book = Edit(
    """You cut at -n_val, as the book does, and did not check val_fraction. Where n_val is 0
    validation gets everything, and a wrong fraction stays unseen: count from the front, and raise
    a ValueError that names it.""",
    {
        "if not 0 <= val_fraction <= 1:": "if False:",
        "shuffled[:n_train], shuffled[n_train:]": "shuffled[:-n_val], shuffled[-n_val:]",
    },
)

not_shuffled = Edit(
    """You took the same samples for validation, every time. Data often comes in order, by class or
    by time, and each side then sees its own kind only: shuffle first, then cut.""",
    {"torch.randperm(n_samples, generator=generator)": "torch.arange(n_samples)"},
)

two_permutations = Edit(
    """You shuffled once for training, once more for validation. Samples then turn up on both
    sides: cut one permutation in two.""",
    {
        "return shuffled[:n_train], shuffled[n_train:]": """
            again = torch.randperm(n_samples, generator=generator)
            return shuffled[:n_train], again[n_train:]
        """,
    },
)

training_on_everything = Edit(
    """You gave training all the samples. Validation then measures what was learned by heart:
    leave its samples out of training.""",
    {"shuffled[:n_train], ": "shuffled, "},
)

validation_first = Edit(
    """You returned validation first. Training comes first, then validation.""",
    {"shuffled[:n_train], shuffled[n_train:]": "shuffled[n_train:], shuffled[:n_train]"},
)

rounded_to_the_nearest = Edit(
    """You rounded the size of validation to the nearest number. It is int(val_fraction *
    n_samples), which rounds down.""",
    {"int(val_fraction * n_samples)": "round(val_fraction * n_samples)"},
)

training_rounded_down = Edit(
    """You rounded the size of training down. It is validation whose size is int(val_fraction *
    n_samples); training gets the rest.""",
    {"n_train = n_samples - n_val": "n_train = int((1 - val_fraction) * n_samples)"},
)

a_coin_for_each_sample = Edit(
    """You tossed a coin for each sample, so the size of validation is itself a matter of chance.
    Cut a permutation at int(val_fraction * n_samples).""",
    {
        """
        shuffled = torch.randperm(n_samples, generator=generator)
        return shuffled[:n_train], shuffled[n_train:]
        """: """
        for_validation = torch.rand(n_samples, generator=generator) < val_fraction
        return (~for_validation).nonzero().flatten(), for_validation.nonzero().flatten()
        """,
    },
)

the_generator_forgotten = Edit(
    """You left the generator out. Hand it on to randperm, or the caller cannot repeat the
    split.""",
    {", generator=generator": ""},
)

a_new_generator_for_none = Edit(
    """You made a new generator when none was given. A new generator always starts from the same
    seed, and torch.manual_seed means nothing to it: hand None on as it is.""",
    {
        "shuffled = torch": """
            if generator is None:
                generator = torch.Generator()
            shuffled = torch
        """,
    },
)

the_global_generator_reseeded = Edit(
    """You seeded torch's global generator. Everybody else's random numbers start over with it, and
    every split that it makes is the same: leave the seed to the caller.""",
    {
        "shuffled = torch": """
            torch.manual_seed(0)
            shuffled = torch
        """,
    },
)

unchecked = Edit(
    """You did not check val_fraction. Slices forgive everything, so a wrong one stays unseen:
    raise a ValueError that names it.""",
    {"if not 0 <= val_fraction <= 1:": "if False:"},
)

nan_slips_through = Edit(
    """You asked whether the fraction is below 0 or above 1. NaN is neither: ask whether it lies
    between, and refuse what does not.""",
    {"if not 0 <= val_fraction <= 1:": "if val_fraction < 0 or val_fraction > 1:"},
)

both_ends_refused = Edit(
    """You refused 0 or 1. Both are fractions: one leaves validation empty, the other training.""",
    {"if not 0 <= val_fraction <= 1:": "if not 0 < val_fraction < 1:"},
)
