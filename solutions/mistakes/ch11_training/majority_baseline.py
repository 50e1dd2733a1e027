"""Known wrong answers to ch11_training/majority_baseline."""

from katas._dojo.writing.mistakes import Edit, instead_of

SKILL = "return (percentage - baseline) / (100 - baseline)"

always_no = Edit(
    """Your baseline says no although most labels are 1. It gives the more frequent class, whichever
    that is.""",
    {"if share > 0.5:": "if share > 1:"},
)

always_yes = Edit(
    """Your baseline says yes although most labels are 0. It gives the more frequent class,
    whichever that is.""",
    {"if share > 0.5:": "if share >= 0:"},
)

yes_where_both_are_as_frequent = Edit(
    """Your baseline says yes where both classes are of one size. There it says no.""",
    {"if share > 0.5:": "if share >= 0.5:"},
)

the_mean_of_the_classes = Edit(
    """Your number for all is the mean of the two classes: 50, whatever the labels are. Each sample
    counts the same, and the larger class has more of them.""",
    {'"all": 100 * share': '"all": 50.0', '"all": 100 * (1 - share)': '"all": 50.0'},
)

guessing_by_the_frequency = Edit(
    """Your baseline guesses each class as often as it comes. That is right less often than to give
    the more frequent one every time.""",
    {
        '"all": 100 * share': '"all": 100 * (share**2 + (1 - share) ** 2)',
        '"all": 100 * (1 - share)': '"all": 100 * (share**2 + (1 - share) ** 2)',
    },
)

shares = Edit(
    """Your baseline is given in shares, from 0 to 1. They are to be in per cent.""",
    {
        '{"all": 100 * share, "neg": 0.0, "pos": 100.0}': '{"all": share, "neg": 0.0, "pos": 1.0}',
        '{"all": 100 * (1 - share), "neg": 100.0, "pos": 0.0}': (
            '{"all": 1 - share, "neg": 1.0, "pos": 0.0}'
        ),
    },
)

how_frequent_each_class_is = Edit(
    """You gave how frequent each class is. "neg" and "pos" are how much of each class is right, and
    one answer for all is right for all of the one and none of the other.""",
    {
        '"all": 100 * share, "neg": 0.0, "pos": 100.0': (
            '"all": 100 * share, "neg": 100 * (1 - share), "pos": 100 * share'
        ),
        '"all": 100 * (1 - share), "neg": 100.0, "pos": 0.0': (
            '"all": 100 * (1 - share), "neg": 100 * (1 - share), "pos": 100 * share'
        ),
    },
)

the_classes_exchanged = Edit(
    """You exchanged neg and pos. Who always says no is right for every sample without a nodule, and
    for none with one.""",
    {
        '"neg": 0.0, "pos": 100.0': '"neg": 100.0, "pos": 0.0',
        '"all": 100 * (1 - share), "neg": 100.0, "pos": 0.0': (
            '"all": 100 * (1 - share), "neg": 0.0, "pos": 100.0'
        ),
    },
)

the_share_of_the_rarer_class = Edit(
    """Your number for all is how many are wrong. It is to be how many are right.""",
    {
        '"all": 100 * share': '"all": 100 * (1 - share)',
        '"all": 100 * (1 - share)': '"all": 100 * share',
    },
)


@instead_of("skill")
def accuracy_taken_for_skill(percentage, labels):
    """You took what is right for skill. What always saying no is worth has to come off first."""
    return percentage / 100


points_above_the_baseline = Edit(
    """You gave the points above the baseline. Where that is at 99.75 only a quarter of a point is
    left: divide by what is left.""",
    {SKILL: "return percentage - baseline"},
)

relative_to_the_baseline = Edit(
    """You divided by the baseline, so that a perfect model has a skill near 0 where the baseline is
    high. Divide by what is left up to 100.""",
    {SKILL: "return (percentage - baseline) / baseline"},
)

never_below_zero = Edit(
    """You cut skill off at 0. Who is worse than the baseline has a negative skill.""",
    {SKILL: "return max(0.0, (percentage - baseline) / (100 - baseline))"},
)

chance_at_one_half = Edit(
    """You took 50 per cent for what needs no skill. It is as much as the more frequent class
    has.""",
    {'baseline = majority_baseline(labels)["all"]': "baseline = 50.0"},
)
