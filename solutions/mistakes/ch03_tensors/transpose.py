"""Known wrong answers to ch03_tensors/transpose."""

from katas._dojo.writing.mistakes import Edit

cut_anew = Edit(
    """Your shape is right, and the numbers are in the wrong places: reshape keeps their order and
    cuts it anew. Exchange the dimensions, with transpose.""",
    {"x.transpose(-2, -1)": "x.reshape(*x.shape[:-2], x.shape[-1], x.shape[-2])"},
)

the_first_two = Edit(
    """You exchanged the first two dimensions. A batch stands in front of its matrices: the last two
    are -2 and -1.""",
    {"transpose(-2, -1)": "transpose(0, 1)"},
)

the_first_and_the_last = Edit(
    """You exchanged the first dimension and the last. Of a batch of matrices, the batch stays in
    front: the last two are -2 and -1.""",
    {"transpose(-2, -1)": "transpose(0, -1)"},
)

for_a_matrix_alone = Edit(
    """You wrote t(), as the book does for a matrix: with three dimensions or more that is an error.
    transpose is told which two to exchange, and counts from the end if they are negative.""",
    {"x.transpose(-2, -1)": "x.t()"},
)

copied = Edit(
    """You copied every number. The same numbers, transposed, are a view: no contiguous, no clone,
    no stack.""",
    {"x.transpose(-2, -1)": "x.transpose(-2, -1).contiguous()"},
)

three_dimensions_alone = Edit(
    """You named three dimensions, and permute wants as many as there are. x may have two or four:
    count them with x.dim(), or name only those that move, with movedim.""",
    {
        "x.permute(*reversed(range(x.dim())))": "x.permute(2, 1, 0)",
        "x.movedim(-1, 0)": "x.permute(2, 0, 1)",
    },
)

only_the_outer_two = Edit(
    """You exchanged the first dimension and the last. With four or more, those in between are to be
    reversed, too.""",
    {"x.permute(*reversed(range(x.dim())))": "x.transpose(0, -1)"},
)

the_outer_two_of_three = Edit(
    """You exchanged the dimensions 0 and 2, as the book does where there are three. With two there
    is no dimension 2, and with four that is not the last.""",
    {"x.permute(*reversed(range(x.dim())))": "x.transpose(0, 2)"},
)

cut_to_the_reversed_shape = Edit(
    """Your shape is reversed, and the numbers are in the wrong places: reshape keeps their order
    and cuts it anew. permute puts dimensions in another order.""",
    {"x.permute(*reversed(range(x.dim())))": "x.reshape(*reversed(x.shape))"},
)

numbers_in_reverse = Edit(
    """You reversed the numbers along each dimension. It is the dimensions that change places.""",
    {"x.permute(*reversed(range(x.dim())))": "x.flip(*range(x.dim()))"},
)

copied_in_reverse = Edit(
    """You copied every number. The same numbers in another order of dimensions are a view.""",
    {"x.permute(*reversed(range(x.dim())))": "x.permute(*reversed(range(x.dim()))).contiguous()"},
)

exchanged_with_the_first = Edit(
    """You exchanged the first dimension and the last: [H, W, C] has become [C, W, H], an image on
    its side. The others keep their order: movedim, or permute.""",
    {"movedim": "transpose"},
)

the_first_to_the_end = Edit(
    """You moved the first dimension to the end. It is the last that comes to the front.""",
    {"movedim(-1, 0)": "movedim(0, -1)"},
)

cut_to_the_new_shape = Edit(
    """Your shape is right, and the numbers are in the wrong places: three colours of one pixel have
    become three pixels of one colour. Move the dimension, with movedim or permute.""",
    {"x.movedim(-1, 0)": "x.reshape(x.shape[-1], *x.shape[:-1])"},
)

copied_to_the_front = Edit(
    """You copied every number. The same numbers with the last dimension in front are a view.""",
    {"(-1, 0)": "(-1, 0).contiguous()"},
)
