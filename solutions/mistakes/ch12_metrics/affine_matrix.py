"""Known wrong answers to ch12_metrics/affine_matrix."""

from katas._dojo.writing.mistakes import Edit

offset_in_the_last_row_of_the_book = Edit(
    """You put the offset into the last row, as chapters 13 and 14 of the book do. affine_grid takes
    the first three, so nothing moves at all: what is added to x, y, z stands in the last
    column.""",
    {"matrix[axis, 3]": "matrix[3, axis]"},
)

no_offset = Edit(
    """You left the offset out: nothing moves. It stands in the last column.""",
    {"matrix[axis, 3] = offset[axis]": ""},
)

scaled_before_turned = Edit(
    """You scaled the point before it was turned. In a product the matrix on the right comes first:
    the turn.""",
    {
        "return matrix @ rotation": """
            moved = torch.eye(4)
            moved[:, 3] = matrix[:, 3].clone()
            matrix[:3, 3] = 0
            return moved @ rotation @ matrix
        """,
    },
)

moved_first = Edit(
    """You moved the point first, so the offset is turned, scaled and flipped with it. It is added
    at the end, as it is given: on the left of a product.""",
    {
        "matrix[axis, 3] = offset[axis]": "",
        "return matrix @ rotation": """
            shift = torch.eye(4)
            shift[:3, 3] = torch.tensor(offset)
            return matrix @ rotation @ shift
        """,
    },
)

the_diagonal_alone_scaled = Edit(
    """You scaled the diagonal alone. A turn has sines beside it: each row is scaled as a whole, as
    in a product of the two matrices.""",
    {
        "return matrix @ rotation": """
            rotation[range(3), range(3)] *= matrix.diagonal()[:3]
            rotation[:3, 3] = matrix[:3, 3]
            return rotation
        """,
    },
)

all_turned_at_the_end = Edit(
    """You turned last, what was scaled and moved already. In a product the matrix on the right
    comes first: the turn.""",
    {"matrix @ rotation": "rotation @ matrix"},
)

the_offset_scaled = Edit(
    """You scaled the offset, too. It is added at the end, as it is given.""",
    {"= offset[axis]": "= offset[axis] * matrix[axis, axis]"},
)

the_offset_taken_away = Edit(
    """You took the offset away. It is added to the point; it is the crop that seems to move the
    other way.""",
    {"= offset[axis]": "= -offset[axis]"},
)

turned_the_other_way = Edit(
    """You turned from y towards x. A point on the x axis goes to (cos, sin): the minus stands in
    the first row.""",
    {"[c, -s, 0, 0], [s, c, 0, 0]": "[c, s, 0, 0], [-s, c, 0, 0]"},
)

not_turned = Edit(
    """You left the angle out. A point is turned in the plane of x and y.""",
    {"return matrix @ rotation": "return matrix"},
)

degrees = Edit(
    """You took the angle for degrees. It is in radians, as math.cos takes it.""",
    {
        "math.cos(angle), math.sin(angle)": (
            "math.cos(math.radians(angle)), math.sin(math.radians(angle))"
        )
    },
)

slices_first = Edit(
    """You took the first of three for the slices, as in the shape of a crop. Places are x, y, z:
    the columns come first.""",
    {
        "-scale[axis] if flips[axis] else scale[axis]": (
            "-scale[2 - axis] if flips[2 - axis] else scale[2 - axis]"
        ),
        "offset[axis]": "offset[2 - axis]",
    },
)

a_flip_without_scale = Edit(
    """You lost the scale where there is a flip. It is multiplied by -1.""",
    {"-scale[axis] if": "-1 if"},
)

scale_around_1 = Edit(
    """You added 1 to the scale. It is the factor itself: 1 leaves things as they are.""",
    {"else scale[axis]": "else 1 + scale[axis]", "-scale[axis] if": "-1 - scale[axis] if"},
)

three_rows = Edit(
    """You returned three rows. The matrix has a fourth, 0, 0, 0, 1, so that it can be multiplied
    with others.""",
    {"return matrix @ rotation": "return (matrix @ rotation)[:3]"},
)
