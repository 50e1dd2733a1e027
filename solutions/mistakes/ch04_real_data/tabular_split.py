"""Known wrong answers to ch04_real_data/tabular_split."""

from katas._dojo.writing.mistakes import Edit

target_left_in_the_features = Edit(
    """Your features hold the target as well, and a model would only have to copy it. Leave its
    column out.""",
    {"torch.cat([table[:, :column], table[:, column + 1 :]], dim=1)": "table.clone()"},
)

a_negative_number_finds_none = Edit(
    """Your features hold the target as well if its column is counted from the end: none is numbered
    -1. Make the number positive first.""",
    {
        """
        column %= table.size(1)  # -1 is the last
        features = torch.cat([table[:, :column], table[:, column + 1 :]], dim=1)
        """: "features = table[:, [it for it in range(table.size(1)) if it != column]]",
    },
)

what_follows_minus_one = Edit(
    """Your features hold columns twice if the target's is counted from the end: what follows -1
    begins at -1 + 1, which is 0. Make the number positive first.""",
    {"column %= table.size(1)  # -1 is the last": ""},
)

always_without_the_last = Edit(
    """You left out the last column, whichever is the target. If it is another one, your features
    hold the target, and lack a feature.""",
    {"torch.cat([table[:, :column], table[:, column + 1 :]], dim=1)": "table[:, :-1]"},
)

always_the_last = Edit(
    """You took the last column for the target. In another table it stands elsewhere: the number
    says where.""",
    {"column %= table.size(1)  # -1 is the last": "column = table.size(1) - 1"},
)

only_what_is_left_of_it = Edit(
    """You kept the columns on the left of the target. Those on the right of it are features,
    too.""",
    {"torch.cat([table[:, :column], table[:, column + 1 :]], dim=1)": "table[:, :column]"},
)

a_feature_too_few = Edit(
    """You left out the column after the target as well. It is a feature.""",
    {"column + 1 :": "column + 2 :"},
)

in_another_order = Edit(
    """Your features are in another order than the columns of the table.""",
    {"[table[:, :column], table[:, column + 1 :]]": "[table[:, column + 1 :], table[:, :column]]"},
)

target_first = Edit(
    """You returned the target first. The features come first.""",
    {"return features, table[:, column].long()": "return table[:, column].long(), features"},
)

target_of_floats = Edit(
    """Your target is of floats. Classes are whole numbers, int64: long().""",
    {".long()": ""},
)

target_with_two_dimensions = Edit(
    """Your target is [N, 1]. It is one number for each row, [N]: index the column by a number,
    which drops the dimension.""",
    {"table[:, column].long()": "table[:, column : column + 1].long()"},
)

features_of_whole_numbers = Edit(
    """Your features are whole numbers now. Only the target holds classes.""",
    {"dim=1)": "dim=1).long()"},
)

features_in_float32 = Edit(
    """Your features are float32 whatever the table is. They keep its dtype.""",
    {"dim=1)": "dim=1).float()"},
)

target_wiped_out = Edit(
    """You wrote into the table that you were given. Whoever owns it has another one now: leave it
    as it is.""",
    {
        "return features, table[:, column].long()": """
            target = table[:, column].long()
            table[:, column] = 0
            return features, target
        """,
    },
)

one_feature_without_its_dimension = Edit(
    """Your features lose a dimension where there is one row or one feature: squeeze takes every
    size of 1. They are [N, D - 1], always.""",
    {"dim=1)": "dim=1).squeeze()"},
)
