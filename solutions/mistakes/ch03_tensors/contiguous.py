"""Known wrong answers to ch03_tensors/contiguous."""

from katas._dojo.writing.mistakes import Edit

as_it_came = Edit(
    """You returned x as it came. contiguous() changes nothing in x: what it returns is contiguous.
    To reshape it to the shape that it has changes nothing either.""",
    {
        "return x.contiguous()": """
            x.contiguous()
            return x
        """,
    },
)

cloned = Edit(
    """You cloned x. A clone is a copy in any case, and that of a transposed tensor is transposed as
    well: contiguous() copies where it has to, into the right order.""",
    {"x.contiguous()": "x.clone()"},
)

cloned_if_need_be = Edit(
    """You cloned what does not lie in order. The clone of a transposed tensor is transposed, too:
    contiguous() copies into the order in which x is read.""",
    {"return x.contiguous()": "return x if x.is_contiguous() else x.clone()"},
)

always_copied = Edit(
    """You copied what was contiguous already. contiguous() gives back the tensor itself then.""",
    {"x.contiguous()": "x.contiguous().clone()"},
)

x_replaced = Edit(
    """You put x itself in order: it has other memory now, and its views no longer belong to it.
    Leave it as it is.""",
    {
        "return x.contiguous()": """
            x.data = x.contiguous()
            return x
        """,
    },
)

other_numbers_in_place = Edit(
    """Your numbers come in the order in which they are stored, and another one stands at each
    index. Shape and numbers stay: contiguous() keeps the order in which x is read.""",
    {"x.contiguous()": "x.as_strided(x.shape, x.contiguous().stride())"},
)

view_alone = Edit(
    """You asked for a view of numbers that do not lie in order, which is an error. reshape(-1), or
    contiguous() ahead of view, copies them if need be.""",
    {"return x.reshape(-1)": "return x.view(-1)"},
)

the_row_copied = Edit(
    """You copied numbers that lay in order. reshape, flatten and contiguous copy only what does
    not.""",
    {"return x.reshape(-1)": "return x.reshape(-1).clone()"},
)

as_stored = Edit(
    """Your row has the numbers as they are stored. They are to come as x is read, row by row.""",
    {"return x.reshape(-1)": "return x.as_strided((x.numel(),), (1,))"},
)

a_matrix_of_one_row = Edit(
    """You made a matrix of one row, [1, n]. One dimension is [n]: view(-1).""",
    {"return x.reshape(-1)": "return x.reshape(1, -1)"},
)

row_by_row = Edit(
    """You read row by row. The columns of x are the rows of its transpose, which another shape of
    the same numbers is not.""",
    {"x.t()": "x"},
)

view_of_the_transpose = Edit(
    """You asked for a view of a transpose whose numbers do not lie in order, which is an error.
    reshape(-1), or contiguous() ahead of view, copies them if need be.""",
    {"x.t().reshape": "x.t().view"},
)

the_columns_copied = Edit(
    """You copied columns that lay one after the other. reshape, flatten and contiguous copy only
    what does not.""",
    {"x.t().reshape(-1)": "x.t().reshape(-1).clone()"},
)

columns_as_rows = Edit(
    """You returned the transpose. Its rows are right: make one dimension of them.""",
    {"x.t().reshape(-1)": "x.t().contiguous()"},
)
