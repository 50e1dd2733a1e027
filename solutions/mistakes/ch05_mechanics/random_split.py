"""Known wrong answers to ch05_mechanics/random_split."""

from katas._dojo.writing.mistakes import Edit

minus_zero = Edit(
    """You cut at -n_val. When n_val is 0 that is the same as 0: training gets nothing, and
    validation everything. Count from the front, with n_samples - n_val.""",
    {"shuffled[:n_train], shuffled[n_train:]": "shuffled[:-n_val], shuffled[-n_val:]"},
)

the_lines_of_the_book = Edit(
    """You wrote the lines of the book, which cut at -n_val. Where n_val is 0 validation gets
    everything: count from the front. They draw from the global generator only, and let a wrong
    fraction pass.""",
    {
        "if not 0 <= val_fraction <= 1:": "if False:",
        ", generator=generator": "",
        "shuffled[:n_train], shuffled[n_train:]": "shuffled[:-n_val], shuffled[-n_val:]",
    },
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
    """You left the samples in their order, so validation gets the last ones every time. Data often
    comes by class or by time, and each side then sees its own kind only: shuffle, then cut.""",
    {"torch.randperm(n_samples, generator=generator)": "torch.arange(n_samples)"},
)

two_permutations = Edit(
    """Your two sides share samples, and lack others: each was drawn by itself. Cut one permutation
    in two.""",
    {
        "return shuffled[:n_train], shuffled[n_train:]": """
            again = torch.randperm(n_samples, generator=generator)
            return shuffled[:n_train], again[:n_val]
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
    """Your split is always the same if no generator is given, as from a new torch.Generator(), and
    torch.manual_seed means nothing to it. None is torch's global generator: hand it on.""",
    {
        "shuffled = torch": """
            if generator is None:
                generator = torch.Generator()
            shuffled = torch
        """,
    },
)

the_global_generator_reseeded = Edit(
    """You set the seed of torch's global generator. Everybody else's random numbers start over with
    it, and every split that it makes is the same: leave the seed to the caller.""",
    {
        "shuffled = torch": """
            torch.manual_seed(42)
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
