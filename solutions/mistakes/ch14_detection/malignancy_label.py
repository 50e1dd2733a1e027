"""Known wrong answers to ch14_detection/malignancy_label."""

from katas._dojo.writing.mistakes import Edit

one_is_enough = Edit(
    """You took a nodule for malignant if anybody says so. It takes two.""",
    {">= 2": ">= 1"},
)

more_than_two = Edit(
    """You asked for more than two. Two are enough: at least two.""",
    {">= 2": "> 2"},
)

exactly_two = Edit(
    """You asked for exactly two. It takes at least two: three or four are no less.""",
    {">= 2": "== 2"},
)

above_4 = Edit(
    """You counted only those who say 5. It is 4 or more.""",
    {">= 4": "> 4"},
)

from_3_on = Edit(
    """You counted those who say 3, too, which is neither benign nor malignant. It is 4 or more.""",
    {">= 4": ">= 3"},
)

the_mean = Edit(
    """You compared the mean with 4, in which one benign word outweighs two that are not. Count
    those who say 4 or more.""",
    {
        "suspicious = ratings >= 4": "",
        "suspicious.sum(dim=1) >= 2": "ratings.double().mean(dim=1) >= 4",
    },
)

the_mean_of_those_who_rated = Edit(
    """You compared with 4 the mean of those who rated. One radiologist alone can say so then. Count
    those who say 4 or more.""",
    {
        "suspicious = ratings >= 4": "rated = ratings > 0",
        "suspicious.sum(dim=1) >= 2": (
            "ratings.double().sum(dim=1) / rated.sum(dim=1).clamp(min=1) >= 4"
        ),
    },
)

the_mean_above_3 = Edit(
    """You took a mean above 3 for malignant. That depends on all who have rated. Count those who
    say 4 or more.""",
    {
        "suspicious = ratings >= 4": "rated = ratings > 0",
        "suspicious.sum(dim=1) >= 2": (
            "ratings.double().sum(dim=1) / rated.sum(dim=1).clamp(min=1) > 3"
        ),
    },
)

the_median = Edit(
    """You compared the median with 4, for which about half of all have to say so. It takes two,
    however many there are.""",
    {
        "suspicious = ratings >= 4": "",
        "suspicious.sum(dim=1) >= 2": "ratings.median(dim=1).values >= 4",
    },
)

half_of_those_who_rated = Edit(
    """You asked for half of those who rated. It takes two, however many have looked.""",
    {
        "suspicious.sum(dim=1) >= 2": (
            "suspicious.sum(dim=1) * 2 >= (ratings > 0).sum(dim=1).clamp(min=1)"
        )
    },
)

everybody = Edit(
    """You asked for everybody. Two are enough.""",
    {"suspicious.sum(dim=1) >= 2": "suspicious.all(dim=1)"},
)

points_added = Edit(
    """You added up the ratings to 8 or more. Four who say 2 are not two who say 4: count those who
    do.""",
    {"suspicious = ratings >= 4": "", "suspicious.sum(dim=1) >= 2": "ratings.sum(dim=1) >= 8"},
)

over_the_nodules = Edit(
    """You counted over the nodules, so each answer is about a radiologist. Radiologists are
    dimension 1.""",
    {"dim=1": "dim=0"},
)

numbers_for_bools = Edit(
    """You returned numbers. Whether a nodule is malignant is a bool.""",
    {"suspicious.sum(dim=1) >= 2": "(suspicious.sum(dim=1) >= 2).long()"},
)
