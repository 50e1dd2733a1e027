"""Known wrong answers to ch10_datasets/representative_split."""

from katas._dojo.writing.mistakes import Edit

SORTED = "sorted(n_nodules, key=lambda series_uid: (-n_nodules[series_uid], series_uid))"
SIDES = """
training = [it for it in candidates if it[0] not in for_validation]
validation = [it for it in candidates if it[0] in for_validation]
"""

every_kth_candidate_of_the_book = Edit(
    """You took every k-th candidate, as the book does. Candidates of one patient are then on both
    sides, and alike: choose among patients.""",
    {
        SIDES: """
            training = list(candidates)
            validation = training[::val_stride]
            del training[::val_stride]
        """,
    },
)

patients_by_their_series = Edit(
    """You did not sort the patients by their nodules. Those with most nodules may then all be on
    one side: sort by how many they have first.""",
    {SORTED: "sorted(n_nodules)"},
)

patients_in_the_order_of_the_list = Edit(
    """You took the patients in the order of the list. The split then depends on how a file was
    written: sort them, by how many nodules they have.""",
    {SORTED: "list(n_nodules)"},
)

ties_in_the_order_of_the_list = Edit(
    """You left patients with equally many nodules in the order of the list. The split then depends
    on how a file was written: sort them by their series.""",
    {"(-n_nodules[series_uid], series_uid)": "-n_nodules[series_uid]"},
)

ties_the_other_way_round = Edit(
    """You reversed the order of the series, too, where patients have equally many nodules. Only the
    number goes downwards.""",
    {
        SORTED: (
            "sorted(n_nodules, key=lambda series_uid: (n_nodules[series_uid], series_uid),"
            " reverse=True)"
        ),
    },
)

the_fewest_first = Edit(
    """You began with the patients that have the fewest nodules. The most come first.""",
    {"(-n_nodules": "(n_nodules"},
)

candidates_counted = Edit(
    """You counted all candidates of a patient. Sort by how many of them are nodules.""",
    {"+= is_nodule": "+= 1"},
)

nodules_asked_for_only = Edit(
    """You asked whether a patient has a nodule, not how many. Count them.""",
    {"n_nodules[series_uid] += is_nodule": "n_nodules[series_uid] |= is_nodule"},
)

patients_without_a_nodule_left_out = Edit(
    """You left out the patients without any nodule. They belong to the split as well, with a count
    of 0.""",
    {
        "for_validation = set(": """
            patients = [series_uid for series_uid in patients if n_nodules[series_uid]]
            candidates = [it for it in candidates if n_nodules[it[0]]]
            for_validation = set(""",
    },
)

from_the_last_of_the_first_few = Edit(
    """You began with number val_stride - 1. Number 0 is the first that is for validation.""",
    {"patients[::val_stride]": "patients[val_stride - 1 :: val_stride]"},
)

patient_by_patient = Edit(
    """You gave the candidates patient by patient. On either side they keep the order in which they
    came.""",
    {
        SIDES: """
            rest = [it for it in patients if it not in for_validation]
            training = [it for uid in rest for it in candidates if it[0] == uid]
            chosen = [it for it in patients if it in for_validation]
            validation = [it for uid in chosen for it in candidates if it[0] == uid]
        """,
    },
)

validated_on_what_was_trained = Edit(
    """You left the candidates for validation among those for training. What was learned by heart is
    no test.""",
    {"if it[0] not in for_validation]": "]"},
)

validation_first = Edit(
    """You returned the validation set first. It is training, then validation.""",
    {"return training, validation": "return validation, training"},
)

an_empty_side_let_through = Edit(
    """You returned a side without any candidate. Whoever trains or validates on it learns of it
    late: raise ValueError.""",
    {
        """
        if len(for_validation) in (0, len(patients)):
            raise ValueError(f"{len(patients)} patients leave nothing on one side of the split")
        """: "",
    },
)

an_error_without_the_number = Edit(
    """Your error does not say how many patients there are. That is what is too few: name it.""",
    {'f"{len(patients)} patients leave nothing on one side of the split"': '"too few patients"'},
)
