"""Known wrong answers to ch14_detection/stage_recall."""

from katas._dojo.writing.mistakes import Edit

recalls_averaged = Edit(
    """You took the mean of the two recalls for both. What the first stage loses the second never
    sees: they multiply.""",
    {
        '"both": (_share(found, there)': (
            '"both": ((_share(segmented, there) + _share(found, segmented)) / 2'
        )
    },
)

recalls_added = Edit(
    """You added the two recalls. They multiply: a share of a share.""",
    {
        '"both": (_share(found, there)': (
            '"both": (_share(segmented, there) + _share(found, segmented)'
        )
    },
)

the_second_of_all = Edit(
    """You measured the classification by all nodules. It is given what the segmentation has found,
    and cannot keep what was missed.""",
    {"_share(found, segmented)": "_share(found, there)"},
)

missed_is_kept = Edit(
    """You took away from all nodules what the classification filters out, as if it had kept those
    that were missed. It has never seen them: begin with those that were segmented.""",
    {"_share(found, segmented)": "_share(there - filtered, there)"},
)

segmented_is_kept = Edit(
    """You measured the segmentation by what is kept in the end. It has found what was filtered out,
    too.""",
    {"_share(segmented, there)": "_share(found, there)"},
)

malignant_ones_alone = Edit(
    """You counted as found only what is said to be malignant. A nodule that is kept is found, as a
    benign one, too.""",
    {"found, there = sum(kept),": "found, there = kept[1],"},
)

benign_nodules_alone = Edit(
    """You counted the benign nodules alone. Malignant ones are nodules as well: two rows.""",
    {"(b + m for b, m in zip(benign, malignant, strict=True))": "benign"},
)

malignant_nodules_alone = Edit(
    """You counted the malignant nodules alone. Benign ones are nodules as well: two rows.""",
    {"(b + m for b, m in zip(benign, malignant, strict=True))": "malignant"},
)

others_among_the_nodules = Edit(
    """You counted what is no nodule among the nodules. Recall is of nodules: rows 1 and 2.""",
    {"(b + m for b, m in zip(benign, malignant, strict=True))": "map(sum, zip(*table))"},
)

alarms_of_the_first_lost = Edit(
    """You counted for the segmentation only the false alarms that are left in the end. Those that
    the classification filters out were its own, too.""",
    {"missed, others[1] + left)": "missed, left)"},
)

alarms_filtered_out_alone = Edit(
    """You counted for the segmentation only the false alarms that are filtered out later. Those
    that stay were its own, too.""",
    {"missed, others[1] + left)": "missed, others[1])"},
)

alarms_that_are_malignant = Edit(
    """You counted only the false alarms that are said to be malignant. What is said to be benign is
    said to be a nodule.""",
    {"others[2] + others[3]": "others[3]"},
)

alarms_taken_away = Edit(
    """You have for the classification the false alarms that it takes away. Those that are left are
    asked for.""",
    {"segmented), filtered, left)": "segmented), filtered, others[1])"},
)

nothing_is_zero = Edit(
    """You have a recall of 0 where there was no nodule for the stage. A share of nothing is
    nan.""",
    {"math.nan": "0.0"},
)

nothing_is_an_error = Edit(
    """You divide by 0 where a stage was given no nodule. A share of nothing is nan.""",
    {"part / whole if whole else math.nan": "part / whole"},
)
