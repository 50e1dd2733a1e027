"""Known wrong answers to ch14_detection/detection_confusion."""

from katas._dojo.writing.mistakes import Edit

one_list_for_all_rows = Edit(
    """Your three rows are one list: what is counted in one of them is counted in all. Make a list
    for each.""",
    {"[[0] * 4 for _ in range(3)]": "[[0] * 4] * 3"},
)

rows_for_columns = Edit(
    """You have a row for what became of it, and a column for what it is. It is the other way round:
    3 rows, 4 columns.""",
    {"return table": "return [list(it) for it in zip(*table)]"},
)

benign_for_malignant = Edit(
    """You exchanged the rows of benign and malignant nodules. Row 1 is benign, row 2 malignant.""",
    {"2 if malignant else 1": "1 if malignant else 2"},
)

filtered_is_missed = Edit(
    """You counted a nodule as missed whose detections were filtered out. It was seen, and lost in
    the second stage: column 1.""",
    {
        "max(map(_column, detections), default=0)": "max(map(_column, detections), default=0)\n"
        "column = 0 if column == 1 else column"
    },
)

others_are_missed = Edit(
    """You have false alarms that were filtered out in column 0. What is no nodule cannot be missed:
    they have column 1.""",
    {
        "table[0][_column(detection)] += 1": (
            "column = _column(detection)\ntable[0][column if column > 1 else 0] += 1"
        )
    },
)

others_left_out = Edit(
    """You left out the detections that belong to no nodule. They are row 0.""",
    {"table[0][_column(detection)] += 1": "pass"},
)

others_that_are_filtered_left_out = Edit(
    """You left out the false alarms that were filtered out. They show what the second stage is
    worth: column 1 of row 0.""",
    {
        "table[0][_column(detection)] += 1": (
            "table[0][_column(detection)] += _column(detection) > 1"
        )
    },
)

a_nodule_counted_by_detections = Edit(
    """You counted a nodule once for each of its detections. It counts once, as the rightmost
    column.""",
    {
        "table[row][column] += 1": (
            "for it in map(_column, detections) if detections else [0]:\n    table[row][it] += 1"
        )
    },
)

the_first_detection = Edit(
    """You looked at the first detection of a nodule alone. The rightmost column of all of them
    counts.""",
    {"max(map(_column, detections), default=0)": "next(map(_column, detections), 0)"},
)

the_last_detection = Edit(
    """You let the last detection of a nodule decide. The rightmost column of all of them
    counts.""",
    {"max(map(_column, detections), default=0)": "next(map(_column, detections[::-1]), 0)"},
)

the_surest_detection = Edit(
    """You took the detection that is most probably a nodule. It is the column that counts, the
    rightmost one.""",
    {"max(map(_column, detections), default=0)": ("_column(max(detections)) if detections else 0")},
)

nodules_missed_are_an_error = Edit(
    """Your maximum is one of no numbers where a nodule has no detection. Such a nodule is missed:
    column 0.""",
    {", default=0": ""},
)

malignancy_first = Edit(
    """You asked for malignancy first. What is below 0.5 as a nodule is filtered out, whatever else
    it would be.""",
    {"is_nodule < 0.5": "is_nodule < 0.5 and is_malignant < 0.5"},
)

at_one_half_filtered_out = Edit(
    """You filtered out a detection at 0.5 itself. Filtered out is what lies below.""",
    {"is_nodule < 0.5": "is_nodule <= 0.5"},
)

at_one_half_benign = Edit(
    """You called a detection benign at 0.5 itself. At 0.5 it is malignant.""",
    {"is_malignant < 0.5": "is_malignant <= 0.5"},
)
