"""Known wrong answers to ch05_mechanics/input_normalization."""

from katas._dojo.writing.mistakes import Edit

each_by_its_own_statistics = Edit(
    """You scaled val by its own mean and standard deviation. The same reading then means one
    thing in train and another in val, and a single row nothing at all: use those of train.""",
    {"(val - mean) / std": "(val - val.mean(dim=0)) / val.std(dim=0)"},
)

both_standardised_alike = Edit(
    """You standardised train and val each by itself. The same reading then means one thing in train
    and another in val, and a single row nothing at all: scale val by the numbers of train.""",
    {
        "def normalize(train: Tensor, val: Tensor) -> tuple[Tensor, Tensor]:": """
            def normalize(train: Tensor, val: Tensor) -> tuple[Tensor, Tensor]:
                return _standardised(train), _standardised(val)


            def _standardised(train: Tensor) -> Tensor:
        """,
        "# Compared by value: a standard deviation may be off from 0 by rounding.": """
            if len(train) == 0:
                return train
        """,
        "return (train - mean) / std, (val - mean) / std": "return (train - mean) / std",
    },
)

the_statistics_of_both = Edit(
    """You took the statistics of train and val together. Then the training data already knows
    something of the validation data: take them from train alone.""",
    {
        "mean, std = train.mean(dim=0), train.std(dim=0)": """
            both = torch.cat([train, val])
            mean, std = both.mean(dim=0), both.std(dim=0)
        """,
    },
)

val_left_as_it_is = Edit(
    """You left val as it is. A model trained on scaled inputs needs scaled inputs: put val
    through the same subtraction and division.""",
    {"(val - mean) / std": "val"},
)

one_scale_for_all_features = Edit(
    """You took one mean and one standard deviation over all features. Each feature has its own:
    reduce over the rows, dim=0.""",
    {
        "train.mean(dim=0), train.std(dim=0)": "train.mean(), train.std()",
        "(train == train[0]).all(dim=0)": "(train == train[0]).all()",
    },
)

the_tenth_of_the_book = Edit(
    """You multiplied by 0.1, as the book does for its one thermometer. Other data has another
    size: take the scale from train.""",
    {"return (train - mean) / std, (val - mean) / std": "return 0.1 * train, 0.1 * val"},
)

from_zero_to_one = Edit(
    """You stretched train to run from 0 to 1. What is asked for is a mean of 0 and a standard
    deviation of 1.""",
    {
        "mean, std = train.mean(dim=0), train.std(dim=0)": """
            mean = train.amin(dim=0)
            std = train.amax(dim=0) - mean
        """,
    },
)

not_centred = Edit(
    """You divided by the standard deviation, but the mean is still there: subtract it first.""",
    {"(train - mean) / std, (val - mean) / std": "train / std, val / std"},
)

divided_by_the_variance = Edit(
    """You divided by the variance. It is in squared units; the standard deviation, its root, is
    in those of the feature.""",
    {"train.std(dim=0)": "train.var(dim=0)"},
)

divided_by_n = Edit(
    """You averaged the squared deviations over N. torch.std divides their sum by N - 1.""",
    {"train.std(dim=0)": "train.std(dim=0, correction=0)"},
)

divided_by_zero = Edit(
    """You divided a constant feature by its standard deviation, 0, which gives NaN or infinity.
    Find such features and only subtract their mean.""",
    {"std = torch.where(constant, 1.0, std)": ""},
)

a_small_number_added = Edit(
    """You added a small number to the standard deviation. A constant feature is then divided by
    that small number, and a value beside it becomes huge: divide by 1 instead.""",
    {"std = torch.where(constant, 1.0, std)": "std = std + 1e-8"},
)

a_floor_under_the_spread = Edit(
    """You treat every small standard deviation as if it were 0 or some larger number. What is
    small is a matter of units: ask whether all rows of train hold the same value.""",
    {"(train == train[0]).all(dim=0)": "std < 1e-6"},
)

rounding_taken_for_spread = Edit(
    """You asked whether the standard deviation is exactly 0. The mean of equal numbers is
    rounded, which can leave a trace of spread: compare the rows themselves.""",
    {"(train == train[0]).all(dim=0)": "~(std > 0)"},
)

edited_in_place = Edit(
    """You changed the tensors that you were given. Their owner still needs them: write
    (train - mean) / std, which makes a new one.""",
    {
        "return (train - mean) / std, (val - mean) / std": """
            train -= mean
            train /= std
            val -= mean
            val /= std
            return train, val
        """,
    },
)
