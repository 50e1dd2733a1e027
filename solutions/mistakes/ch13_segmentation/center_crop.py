"""Known wrong answers to ch13_segmentation/center_crop."""

from katas._dojo.writing.mistakes import Edit

a_smaller_bridge_of_the_book = Edit(
    """You cut a bridge that is too small, as the book does: the slice begins before 0, that is, at
    the other end, and of 4 rows for 5 a single one is left. Nothing says so: raise ValueError.""",
    {
        """
        if rows < 0 or columns < 0:
            raise ValueError(f"{tuple(bridge.shape[2:])} has no middle of {tuple(size)}")
        """: ""
    },
)

both_too_small = Edit(
    """You refuse a bridge only if both rows and columns are too few. Either is enough.""",
    {"rows < 0 or columns < 0": "rows < 0 and columns < 0"},
)

no_look_at_columns = Edit(
    """You refuse a bridge with too few rows, but not one with too few columns.""",
    {"rows < 0 or columns < 0": "rows < 0"},
)

what_fits_is_refused = Edit(
    """You refuse a bridge that fits. With as many rows, or columns, as are wanted, none has to
    go.""",
    {"rows < 0 or columns < 0": "rows <= 0 or columns <= 0"},
)

width_before_height = Edit(
    """You took the width for the height. The size is (height, width), as the last two dimensions
    are.""",
    {"height, width = size": "width, height = size"},
)

from_the_top_left_corner = Edit(
    """You kept the top left corner. The middle has as much cut off on either side.""",
    {"top, left = rows // 2, columns // 2": "top, left = 0, 0"},
)

as_many_on_either_side = Edit(
    """You cut exactly as many at the end as in front, so one too many stays where an odd number
    goes. Go from where the crop begins as far as the size.""",
    {
        "top : top + height": "top : bridge.shape[2] - top",
        "left : left + width": "left : bridge.shape[3] - left",
    },
)

what_is_odd_goes_in_front = Edit(
    """You cut one more in front where an odd number goes. It goes at the end: half of it, rounded
    down, is cut in front.""",
    {"rows // 2, columns // 2": "(rows + 1) // 2, (columns + 1) // 2"},
)

rounded_by_round = Edit(
    """You rounded the half by round, which goes to the even neighbour: of one row none goes above,
    but of three two do. Round down: // 2.""",
    {"rows // 2, columns // 2": "round(rows / 2), round(columns / 2)"},
)

as_many_at_the_end = Edit(
    """You cut as many at the end as in front, so one too many stays where an odd number goes. And
    where none goes, the slice ends at -0, which is its beginning: nothing is left.""",
    {"top : top + height, left : left + width": "top:-top, left:-left"},
)

one_number_for_both = Edit(
    """You cut as many columns as rows. The two differ: count each by itself.""",
    {"columns // 2": "rows // 2"},
)

a_square = Edit(
    """You cut out a square. The size has a height and a width.""",
    {"left : left + width": "left : left + height"},
)

squeezed = Edit(
    """You squeezed the whole bridge into the size. Then nothing lies where it belongs: cut, and
    leave the pixels as they are.""",
    {
        "return bridge[..., top : top + height, left : left + width]": """
            from torch.nn.functional import interpolate
            return interpolate(bridge, (height, width))
        """
    },
)

gradients_lost = Edit(
    """You cut the gradients off, too. The way down learns through the bridges as well.""",
    {"left : left + width]": "left : left + width].detach()"},
)

cut_from_the_end = Edit(
    """You counted from the end how far the crop goes. Where nothing has to go that is up to -0, and
    nothing is left: go as far as the size from where it begins.""",
    {
        "top : top + height": "top : -(rows - top)",
        "left : left + width": "left : -(columns - left)",
    },
)
