"""Known wrong answers to ch12_metrics/balanced_sampling."""

from katas._dojo.writing.mistakes import Edit

endless_as_the_book = Edit(
    """You have a sample for every index, as the book has: lists that begin again never end, so
    neither does a loop over the data set. From len on, raise IndexError.""",
    {
        """
        if index >= self.length:
            raise IndexError(f"index {index} of {self.length} samples")
        """: "",
    },
)

one_index_too_many = Edit(
    """You let the index len through. The last index is len - 1.""",
    {"index >= self.length": "index > self.length"},
)

negatives_by_turn = Edit(
    """You took the same negative sample for a whole turn. Each turn has as many new ones as the
    ratio says.""",
    {"negative = turn * self.ratio + place - 1": "negative = turn"},
)

negatives_by_index = Edit(
    """You counted the positive samples among the negatives: some of them are passed over. Take off
    one for each positive sample up to there.""",
    {"negative = turn * self.ratio + place - 1": "negative = index - 1"},
)

the_first_negative_left_out = Edit(
    """You began with the second negative sample. Within a turn places count from 0, and 0 is the
    positive one: the first negative has place 1.""",
    {"turn * self.ratio + place - 1": "turn * self.ratio + place"},
)

negatives_first = Edit(
    """You began each turn with its negative samples. The positive one comes first.""",
    {
        "place == 0": "place == self.ratio",
        "turn * self.ratio + place - 1": "turn * self.ratio + place",
    },
)

the_ratio_turned_round = Edit(
    """You took the ratio the other way round: so many positive samples to one negative. It is one
    positive sample, then ratio negative ones.""",
    {
        "if place == 0:": "if place < self.ratio:",
        "turn % len(self.positives)": "(turn * self.ratio + place) % len(self.positives)",
        "negative = turn * self.ratio + place - 1": "negative = turn",
    },
)

positives_run_out = Edit(
    """You let the positive samples run out. They begin again when they are used up.""",
    {"self.positives[turn % len(self.positives)]": "self.positives[turn]"},
)

negatives_run_out = Edit(
    """You let the negative samples run out. They begin again when they are used up.""",
    {"self.negatives[negative % len(self.negatives)]": "self.negatives[negative]"},
)

both_begin_again_together = Edit(
    """You let both lists begin again together, when the shorter one is used up: most negative
    samples are never seen. Each begins again by itself.""",
    {"negative = turn * self": "negative = turn % len(self.positives) * self"},
)

one_after_the_other = Edit(
    """Your sample depends on what was asked for before. A DataLoader asks in any order, and in
    several processes: find out the place in each list from the index.""",
    {
        "import Any\n": "import Any\nfrom itertools import cycle\n",
        "self.ratio = ratio": """
            self.ratio = ratio
            self.in_turn = cycle(positives), cycle(negatives)
        """,
        "self.positives[turn % len(self.positives)]": "next(self.in_turn[0])",
        """
        negative = turn * self.ratio + place - 1
        return self.negatives[negative % len(self.negatives)]
        """: "return next(self.in_turn[1])",
    },
)

whole_turns = Edit(
    """You went on to the end of a turn, past the length. The last turn may be cut short: the length
    is the one that is given.""",
    {
        "self.length = length if ratio else": (
            "self.length = -(-length // (ratio + 1)) * (ratio + 1) if ratio else"
        ),
    },
)

validation_balanced = Edit(
    """You balanced with ratio 0 as well. It means that each sample is there once, as for
    validation, whatever the length.""",
    {
        "self.ratio = ratio": "self.ratio = ratio or 1",
        "length if ratio else len(positives) + len(negatives)": "length",
    },
)

the_length_of_the_balanced = Edit(
    """You took the given length with ratio 0 as well. There each sample is there once: len is how
    many there are.""",
    {"length if ratio else len(positives) + len(negatives)": "length"},
)

as_many_as_there_are = Edit(
    """You have as many samples as the lists together. With a ratio it is the length that is given:
    an epoch may be shorter, or longer.""",
    {"length if ratio else len(positives) + len(negatives)": "len(positives) + len(negatives)"},
)
