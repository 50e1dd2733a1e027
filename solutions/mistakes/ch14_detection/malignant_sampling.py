"""Known wrong answers to ch14_detection/malignant_sampling."""

from katas._dojo.writing.mistakes import Edit

malignant_by_turn = Edit(
    """You took the same malignant sample twice in a turn. There are two of them in four, so the
    next one comes with every second index.""",
    {"malignant[index // 2 % len(malignant)]": "malignant[turn % len(malignant)]"},
)

others_by_half_the_index = Edit(
    """You passed over every second sample that is not malignant. One in four is benign, so the next
    one comes with every fourth index.""",
    {"others[turn % len(others)]": "others[index // 2 % len(others)]"},
)

halves_and_quarters_swapped = Edit(
    """You swapped half and quarter: malignant samples come twice, and every second one of the
    others is passed over. Every second index is malignant, every fourth one benign.""",
    {
        "malignant[index // 2 % len(malignant)]": "malignant[turn % len(malignant)]",
        "others[turn % len(others)]": "others[index // 2 % len(others)]",
    },
)

places_of_the_index = Edit(
    """You took the index itself for the place in a list. Only some indices are of its kind: the
    others are passed over.""",
    {
        "malignant[index // 2 % len(malignant)]": "malignant[index % len(malignant)]",
        "others[turn % len(others)]": "others[index % len(others)]",
    },
)

malignant_first = Edit(
    """You began with a malignant sample. Each turn begins with a benign one.""",
    {"place % 2 == 1": "place % 2 == 0", "benign if place == 0": "benign if place == 1"},
)

no_nodule_first = Edit(
    """You exchanged benign samples and those that are no nodule. Each turn begins with a benign
    one.""",
    {"place == 0 else": "place == 2 else"},
)

two_kinds_alone = Edit(
    """You left out what is no nodule. One sample of four is, so that the classifier has seen that
    such things are not malignant.""",
    {"others = benign if place == 0 else no_nodule": "others = benign"},
)

a_third_of_each = Edit(
    """You let three kinds take turns. Malignant samples come twice in a turn of four.""",
    {
        "divmod(index, 4)": "divmod(index, 3)",
        "place % 2 == 1": "place == 1",
        "index // 2 % len(malignant)": "turn % len(malignant)",
    },
)

begun_again_together = Edit(
    """You let all lists begin again when the shortest one is used up, so that samples at the end of
    the others are never seen. Each begins again by itself.""",
    {
        "index // 2 % len(malignant)": (
            "index // 2 % min(len(malignant), len(benign), len(no_nodule))"
        ),
        "turn % len(others)": "turn % min(len(malignant), len(benign), len(no_nodule))",
    },
)

no_end = Edit(
    """Your lists run out. Each begins again when it is used up.""",
    {"index // 2 % len(malignant)": "index // 2", "turn % len(others)": "turn"},
)

an_empty_list_of_the_book = Edit(
    """You divide by the length of an empty list, as the book does, and only when its turn has come.
    Ask first: a ValueError that names the list.""",
    {"if not samples:": "if False:"},
)

an_empty_list_when_its_turn_comes = Edit(
    """You complain of an empty list only when its turn has come. It is an error at any index.""",
    {
        "for name, samples in lists.items():": """
        kinds = "benign", "malignant", "no_nodule", "malignant"
        for name, samples in [(kinds[index % 4], lists[kinds[index % 4]])]:
        """
    },
)

an_error_without_a_name = Edit(
    """Your error does not say which list is empty. Name it: there are three.""",
    {'f"{name} is empty"': '"empty"'},
)

a_label_for_every_nodule = Edit(
    """You labelled benign nodules True. The label is for malignant ones: what it is asked is no
    longer whether there is a nodule.""",
    {"others[turn % len(others)], False": "others[turn % len(others)], place == 0"},
)

labels_as_numbers = Edit(
    """You returned numbers for labels. Whether a sample is malignant is a bool.""",
    {
        "% len(malignant)], True": "% len(malignant)], 1",
        "% len(others)], False": "% len(others)], 0",
    },
)
