"""Known wrong answers to ch04_real_data/one_hot."""

from katas._dojo.writing.mistakes import Edit

all_in_the_first_row = Edit(
    """Your ones all stand in the first row. A row of the index says where to write in that row: it
    is [N, 1], by unsqueeze(1).""",
    {"unsqueeze(1)": "unsqueeze(0)"},
)

written_along_the_rows = Edit(
    """You wrote along dimension 0: there the class chooses the row. It is to choose the column,
    dimension 1.""",
    {"scatter_(1,": "scatter_(0,"},
)

first_forgotten = Edit(
    """You took the classes to count from 0. The first one may be another, and has column 0:
    subtract it.""",
    {" - first": ""},
)

first_added = Edit(
    """You added the first class. Class first has column 0: subtract it.""",
    {"- first": "+ first"},
)

from_the_smallest_that_occurs = Edit(
    """You took the smallest class that occurs for the first. Another table may have smaller ones:
    which class has column 0, first says.""",
    {"- first": "- (int(classes.min()) if len(classes) else first)"},
)

columns_up_to_the_largest = Edit(
    """Your columns end with the largest class there is. Another table may have larger ones: there
    are n_classes columns, whichever classes occur.""",
    {"n_classes, device": "int(index.max()) + 1 if len(classes) else n_classes, device"},
)

the_class_for_a_one = Edit(
    """You wrote the number of the class into its column. Whichever class it is, it is a 1.0.""",
    {"index, 1.0": "index, classes.float().unsqueeze(1)"},
)

in_the_dtype_of_the_classes = Edit(
    """Your rows have the dtype of the classes. They are float32, as a model wants them.""",
    {"device=classes.device": "device=classes.device, dtype=classes.dtype"},
)

whole_numbers = Edit(
    """Your rows are int64. They are float32, as a model wants them.""",
    {"device=classes.device": "device=classes.device, dtype=torch.int64"},
)

bools = Edit(
    """Your rows are of bools. They are float32, as a model wants them.""",
    {
        "zeros.scatter_(1, index, 1.0)": (
            "zeros.bool().scatter_(1, index, torch.ones_like(index, dtype=torch.bool))"
        ),
    },
)

one_column_for_each_row = Edit(
    """You have rows and columns exchanged. There is one row for each of the classes that came in,
    and one column for each class there can be.""",
    {"zeros.scatter_(1, index, 1.0)": "zeros.scatter_(1, index, 1.0).T"},
)

in_place = Edit(
    """You subtracted the first class from what came in, in place. Whoever owns the classes has
    others now.""",
    {
        "index = classes.long().unsqueeze(1) - first": """
            classes -= first
            index = classes.long().unsqueeze(1)
        """,
    },
)

index_not_int64 = Edit(
    """You handed scatter_ the classes in the dtype in which they came. An index is of whole
    numbers: long() makes it int64.""",
    {"classes.long()": "classes"},
)

without_a_second_dimension = Edit(
    """You handed scatter_ an index of one dimension. It takes as many as the tensor has that is
    written into: [N, 1], by unsqueeze(1).""",
    {".unsqueeze(1) - first": " - first"},
)

torchs_own = Edit(
    """You called torch's one_hot. Here it is yours to write.""",
    {
        "index = classes.long().unsqueeze(1) - first": """
            if len(classes):
                index = classes.long() - first
                return torch.nn.functional.one_hot(index, n_classes).float()
            index = classes.long().unsqueeze(1) - first
        """,
    },
)
