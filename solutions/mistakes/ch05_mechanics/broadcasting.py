"""Known wrong answers to ch05_mechanics/broadcasting."""

from katas._dojo.writing.mistakes import Edit, instead_of

aligned_on_the_left = Edit(
    """You lined the shapes up on the left. Missing sizes are added in front: align on the
    right.""",
    {"*(reversed(shape) for shape in shapes)": "*shapes", "[::-1]": ""},
)

left_back_to_front = Edit(
    """You returned the sizes back to front. Whoever lines shapes up on the right by reversing
    them has to turn the result round again.""",
    {"[::-1]": ""},
)

cut_to_the_shortest = Edit(
    """You cut the shapes to the shortest of them, as zip does. A missing size counts as 1, so
    the result has as many sizes as the longest shape.""",
    {
        "zip_longest(*(reversed(shape) for shape in shapes), fillvalue=1)": (
            "zip(*(reversed(shape) for shape in shapes))"
        ),
    },
)

a_list_of_sizes = Edit(
    """Your shape is not a tuple. A list of the same sizes does not equal the shape of a tensor:
    make a tuple of it.""",
    {
        "tuple(_common_size(column) for column in columns)[::-1]": (
            "[_common_size(column) for column in columns][::-1]"
        ),
    },
)

the_larger_size_wins = Edit(
    """You took the largest size of each column. Two different sizes agree only if one of them
    is 1; otherwise it is an error.""",
    {"_common_size(column) for": "max(column) for"},
)

one_stays_against_zero = Edit(
    """You made 1 of 0 against 1. The 1 is what stretches, to 0 as to any other size, even
    though 1 is the larger one.""",
    {"return sizes[0] if sizes else 1": "return max(column)"},
)

zero_counts_as_missing = Edit(
    """You took 0 for "no size". It is a size like any other: against 1 it gives 0, and against
    anything else it clashes.""",
    {"set(column) - {1}": "{size for size in column if size > 1}"},
)

a_clash_without_its_sizes = Edit(
    """Your error does not say which sizes clash. Name both: whoever reads it has to find them.""",
    {"""f"sizes {' and '.join(map(str, sizes))} do not broadcast\"""": '"shapes do not broadcast"'},
)

the_mean_of_the_copies = Edit(
    """You averaged the copies. Each copy passes its whole gradient on, so they are summed.""",
    {"grad.sum(dim=dims)": "grad.mean(dim=dims)"},
)

only_the_added_dimensions = Edit(
    """You summed the dimensions that broadcasting added in front, but not those that it
    stretched from 1.""",
    {"[*range(n_added), *stretched]": "[*range(n_added)]", ".reshape(shape)": ""},
)

stretched_dimensions_lost = Edit(
    """You summed the stretched dimensions away. They go back to size 1: sum with keepdim=True,
    or reshape to shape at the end.""",
    {".reshape(shape)": ""},
)

dimensions_not_moved_along = Edit(
    """You counted the stretched dimensions as shape does. Those that broadcasting added stand in
    front of them in grad, so they lie that much further on.""",
    {
        "[n_added + dim for": "[dim for",
        "dims = [*range(n_added), *stretched]": (
            "grad = grad.sum(dim=stretched, keepdim=True) if stretched else grad"
        ),
        "return grad.sum(dim=dims).reshape(shape) if dims else grad": (
            "return grad.sum(dim=[*range(n_added)]) if n_added else grad"
        ),
    },
)

no_dims_taken_for_all = Edit(
    """You summed everything where shape and grad agree. To torch an empty list of dimensions means
    all of them: return grad as it is.""",
    {
        "stretched = [n_added + dim for dim, size in enumerate(shape) if size == 1]": """
            wide = (1,) * n_added + shape
            stretched = [dim for dim, size in enumerate(wide) if size != grad.size(dim)]
        """,
        "[*range(n_added), *stretched]": "stretched",
        " if dims else grad": "",
    },
)

an_empty_list_of_dims = Edit(
    """You summed everything where nothing was added in front and shape holds no 1. To torch an
    empty list of dimensions means all of them: return grad as it is.""",
    {" if dims else grad": ""},
)


@instead_of("sum_to_shape")
def extra_dims_taken_from_the_right(grad, shape):
    """You summed dimensions on the right until as many were left as shape has. Those that
    broadcasting added stand in front: take them from the left."""
    while grad.dim() > len(shape):
        grad = grad.sum(-1)
    for dim, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(dim, keepdim=True)
    return grad
