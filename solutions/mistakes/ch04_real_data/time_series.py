"""Known wrong answers to ch04_real_data/time_series."""

from katas._dojo.writing.mistakes import Edit

channels_and_hours_mixed = Edit(
    """You laid the table out as [N, C, L] at once: the shape is right, and the numbers are mixed.
    They lie hour by hour: [N, L, C] first, then exchange the last two.""",
    {
        "table.reshape(-1, n_hours, table.size(1)).transpose(1, 2)": (
            "table.reshape(-1, table.size(1), n_hours)"
        ),
    },
)

channels_last = Edit(
    """Your channels come last. They stand before the hours: exchange the last two dimensions.""",
    {".transpose(1, 2)": ""},
)

hours_of_different_days = Edit(
    """You put into one day hours that lie a whole number of days apart. Rows follow one another in
    time: the first L of them are the first day.""",
    {
        "table.reshape(-1, n_hours, table.size(1)).transpose(1, 2)": (
            "table.reshape(n_hours, -1, table.size(1)).permute(1, 2, 0)"
        ),
    },
)

always_24_hours = Edit(
    """You cut after 24 rows. How long a day is, n_hours says.""",
    {"reshape(-1, n_hours,": "reshape(-1, 24,"},
)

channels_before_the_days = Edit(
    """Your channels come before the days. It is [N, C, L].""",
    {".transpose(1, 2)": ".permute(2, 0, 1)"},
)

one_hot_reshaped = Edit(
    """You cut your one-hot numbers anew, from [N, L, classes] to [N, classes, L]: the shape is
    right, and the hours are mixed. Exchange the last two dimensions: transpose.""",
    {
        "zeros.scatter(1, index, 1.0)]": (
            "zeros.scatter(1, index, 1.0).transpose(1, 2).reshape(zeros.shape)]"
        ),
    },
)

classes_from_0 = Edit(
    """You took the classes to count from 0. The first one is 1.""",
    {
        "unsqueeze(1) - 1": "unsqueeze(1)",
        "n_classes, days.size(2))": "n_classes + 1, days.size(2))",
        "zeros.scatter(1, index, 1.0)]": "zeros.scatter(1, index, 1.0)[:, :n_classes]]",
    },
)

written_along_the_hours = Edit(
    """You wrote your ones along another dimension than the classes, so the class chose a day or an
    hour. It is to choose a channel: dimension 1.""",
    {"zeros.scatter(1,": "zeros.scatter(0,"},
)

new_channels_first = Edit(
    """Your new channels come first. They stand after those that were there.""",
    {
        "[days, zeros.scatter(1, index, 1.0)]": "[zeros.scatter(1, index, 1.0), days]",
    },
)

the_classes_dropped = Edit(
    """You left out the channel that holds the classes. All channels stay.""",
    {
        "torch.cat([days,": (
            "torch.cat([days[:, [it for it in range(days.size(1)) if it != channel]],"
        ),
    },
)

in_the_place_of_the_classes = Edit(
    """You put the new channels in the place of the one that holds the classes. All channels stay,
    and the new ones come after them.""",
    {
        "torch.cat([days, zeros.scatter(1, index, 1.0)], dim=1)": (
            "torch.cat([days[:, :channel], zeros.scatter(1, index, 1.0),"
            " days[:, channel + 1 :]], dim=1)"
        ),
    },
)

only_the_new_channels = Edit(
    """You returned the new channels alone. They stand beside those that were there: cat, along
    dimension 1.""",
    {
        "torch.cat([days, zeros.scatter(1, index, 1.0)], dim=1)": "zeros.scatter(1, index, 1.0)",
    },
)

side_by_side_in_time = Edit(
    """You put the new numbers behind the last hour. They are channels: cat, along dimension 1.""",
    {"dim=1)": "dim=2)"},
)

in_float32 = Edit(
    """Your days are float32 now. They keep their dtype.""",
    {"dim=1)": "dim=1).float()"},
)

in_place = Edit(
    """You changed the days that you were given, in place. Whoever owns them has other classes
    now.""",
    {
        "index = days[:, channel].long().unsqueeze(1) - 1": """
            index = days[:, channel].long().unsqueeze(1) - 1
            days[:, channel] -= 1
        """,
    },
)
