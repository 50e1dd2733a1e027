"""Known wrong answers to ch04_real_data/group_means."""

from katas._dojo.writing.mistakes import Edit

three_is_not_bad = Edit(
    """Your score 3 is middling. It is bad: up to 3 includes 3.""",
    {"target <= 3": "target < 3", "target > 3": "target >= 3"},
)

seven_is_not_good = Edit(
    """Your score 7 is middling. It is good: from 7 on includes 7.""",
    {"target >= 7": "target > 7", "target < 7": "target <= 7"},
)

bounds_in_two_groups = Edit(
    """Your scores 3 and 7 belong to two groups each. Between 3 and 7 are 4, 5 and 6.""",
    {"target > 3": "target >= 3", "target < 7": "target <= 7"},
)

bounds_in_no_group = Edit(
    """Your scores 3 and 7 belong to no group. 3 is bad, and 7 is good.""",
    {
        """
        bad = data[target <= 3]
        middling = data[(target > 3) & (target < 7)]
        good = data[target >= 7]
        """: """
        bad = data[target < 3]
        middling = data[(target > 3) & (target < 7)]
        good = data[target > 7]
        """,
    },
)

all_are_middling = Edit(
    """You took every row for middling: each score is above 3 or below 7. Both must hold: &.""",
    {"(target > 3) & (target < 7)": "(target > 3) | (target < 7)"},
)

one_mean_for_all_columns = Edit(
    """You took one mean over all columns. Each column has its own: dim=0 goes down the rows.""",
    {
        "bad.mean(dim=0), middling.mean(dim=0), good.mean(dim=0)": (
            "bad.mean(), middling.mean(), good.mean()"
        ),
    },
)

means_of_the_rows = Edit(
    """You took the mean of each row. Its columns are of different kinds: dim=0 goes down the
    rows.""",
    {
        "bad.mean(dim=0), middling.mean(dim=0), good.mean(dim=0)": (
            "bad.mean(dim=1), middling.mean(dim=1), good.mean(dim=1)"
        ),
    },
)

other_rows_as_zeros = Edit(
    """You divided by the number of all rows. A group's mean is over its own rows: a mask as an
    index leaves the others out.""",
    {
        "bad.mean(dim=0), middling.mean(dim=0), good.mean(dim=0)": (
            "tuple(rows.sum(dim=0) / len(data) for rows in (bad, middling, good))"
        ),
    },
)

zeros_for_no_rows = Edit(
    """You gave a group without rows the mean 0, which a column could really have. It has none:
    NaN.""",
    {
        "bad.mean(dim=0), middling.mean(dim=0), good.mean(dim=0)": (
            "tuple(rows.sum(dim=0) / max(len(rows), 1) for rows in (bad, middling, good))"
        ),
    },
)

good_first = Edit(
    """Your groups are in another order. It is bad, middling, good.""",
    {
        "bad.mean(dim=0), middling.mean(dim=0), good.mean(dim=0)": (
            "good.mean(dim=0), middling.mean(dim=0), bad.mean(dim=0)"
        ),
    },
)

means_in_float32 = Edit(
    """Your means are float32 whatever the data is. They have its dtype.""",
    {
        "bad.mean(dim=0), middling.mean(dim=0), good.mean(dim=0)": (
            "bad.mean(dim=0).float(), middling.mean(dim=0).float(), good.mean(dim=0).float()"
        ),
    },
)

data_overwritten = Edit(
    """You changed the data that you were given. Whoever owns it has other numbers now.""",
    {
        "return bad": """
            data[target <= 3] = 0
            return bad
        """,
    },
)

and_of_python = Edit(
    """You wrote `and` between masks, or left out the parentheses around a comparison. Python then
    asks many bools for one truth value: it is (…) & (…), element by element.""",
    {"(target > 3) & (target < 7)": "(target > 3) and (target < 7)"},
)
