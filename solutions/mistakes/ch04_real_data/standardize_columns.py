"""Known wrong answers to ch04_real_data/standardize_columns."""

from katas._dojo.writing.mistakes import Edit

the_variance = Edit(
    """You divided by the variance. The standard deviation is its square root.""",
    {"table.std(": "table.var("},
)

constant_columns_of_the_book = Edit(
    """Your constant column is not a number: it is 0 divided by 0. Such a column has no scale, and
    becomes zeros. The book's table has none.""",
    {"torch.where(constant, 0, (table - shift) / scale)": "(table - shift) / scale"},
)

a_deviation_of_exactly_0 = Edit(
    """You took a column for constant if its deviation is 0. The mean of equal numbers is rounded,
    so they may deviate from it: compare the numbers themselves, or minimum and maximum.""",
    {"(table == table[0]).all(dim=0)": "scale == 0"},
)

nan_made_0 = Edit(
    """You made 0 of what is NaN. Not every constant column becomes NaN: the mean of equal numbers
    is rounded, and what deviates from it is divided by almost 0. Compare the numbers
    themselves.""",
    {
        "torch.where(constant, 0, (table - shift) / scale)": (
            "((table - shift) / scale).nan_to_num(0)"
        ),
    },
)

a_small_number_added = Edit(
    """You added a small number to what you divide by. It is not small beside a column of small
    numbers: treat constant columns apart.""",
    {" / scale": " / (scale + 1e-5)"},
)

constant_columns_as_they_were = Edit(
    """You left constant columns as they were. They become zeros.""",
    {"constant, 0,": "constant, table,"},
)

divided_by_n = Edit(
    """You divided the squares by N. torch.std divides by N - 1.""",
    {"table.std(dim=0)": "table.std(dim=0, correction=0)"},
)

by_rows = Edit(
    """You brought each row to mean 0 and deviation 1. Its numbers are of different kinds: take the
    statistics over the rows, dim=0, so that each column has its own.""",
    {
        "table.mean(dim=0), table.std(dim=0)": (
            "table.mean(dim=1, keepdim=True), table.std(dim=1, keepdim=True)"
        ),
    },
)

one_deviation_for_all_columns = Edit(
    """You took one mean and one deviation over the whole table. Each column has its own.""",
    {"table.mean(dim=0), table.std(dim=0)": "table.mean(), table.std()"},
)

mean_not_subtracted = Edit(
    """Your columns still have a mean. Subtract it before you divide.""",
    {"table.mean(dim=0)": "torch.zeros_like(table[0])"},
)

only_shifted = Edit(
    """You subtracted the mean, and did not divide. Each column keeps its own scale so.""",
    {"table.std(dim=0)": "torch.ones_like(table[0])"},
)

one_range_for_all_columns = Edit(
    """You took one minimum and one maximum over the whole table. Each column has its own.""",
    {"table.amin(dim=0)": "table.amin()", "table.amax(dim=0)": "table.amax()"},
)

minimum_not_subtracted = Edit(
    """You did not subtract the minimum of each column, so that columns do not begin at 0.""",
    {"_scaled(table, smallest, ": "_scaled(table, torch.zeros_like(smallest), "},
)

divided_by_the_largest = Edit(
    """You divided by the maximum of each column. Once its minimum is subtracted, a column runs to
    maximum less minimum: divide by that.""",
    {"table.amax(dim=0) - smallest": "table.amax(dim=0)"},
)

in_place = Edit(
    """You wrote into the table that you were given. Whoever owns it has another one now: make a new
    one.""",
    {"(table - shift)": "table.sub_(shift)"},
)
