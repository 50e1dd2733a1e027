"""Known wrong answers to ch10_datasets/crop."""

from katas._dojo.writing.mistakes import Edit

SHIFTED = "start = min(max(start, 0), size - width)"

half_of_an_odd_width_rounded = Edit(
    """You rounded half of an odd width. Python rounds halves to the even number, so the box jumps
    by two voxels, or by none, where its centre moves by one: begin width // 2 before it.""",
    {"center - width // 2": "round(center - width / 2)"},
)

half_of_it_on_either_side = Edit(
    """You cut width // 2 voxels on either side of the centre. Of an odd width one is missing so:
    the box ends a whole width behind its start.""",
    {
        "start = center - width // 2": "start, width = center - width // 2, width // 2 * 2",
    },
)

filled_up = Edit(
    """You filled up what lies outside of the scan. A network would learn the edges of scans: shift
    the box back inside.""",
    {
        SHIFTED: "",
        "hu = hu.narrow(axis, start, width)": """
            places = torch.arange(start, start + width, device=hu.device)
            inside = (places >= 0) & (places < size)
            box = hu.index_select(axis, places.clamp(0, size - 1)).movedim(axis, -1)
            hu = box.where(inside, -1000).movedim(-1, axis)
        """,
        "from torch import Tensor": "import torch\nfrom torch import Tensor",
    },
)

the_edge_repeated = Edit(
    """You repeated the edge of the scan for what lies outside. Shift the box back inside: no voxel
    is made up.""",
    {
        SHIFTED: "",
        "hu = hu.narrow(axis, start, width)": """
            places = torch.arange(start, start + width, device=hu.device)
            hu = hu.index_select(axis, places.clamp(0, size - 1))
        """,
        "from torch import Tensor": "import torch\nfrom torch import Tensor",
    },
)

less_at_the_start = Edit(
    """Your crop is short at the start of the scan: what would lie before it is left out, and a
    batch wants one size. Shift the box back inside.""",
    {
        SHIFTED: "start = min(start, size - width)",
        "hu = hu.narrow(axis, start, width)": (
            "hu = hu.narrow(axis, max(start, 0), width + min(start, 0))"
        ),
    },
)

less_at_the_end = Edit(
    """Your crop is short at the end of the scan: what would lie behind it is left out, and a batch
    wants one size. Shift the box back inside.""",
    {
        SHIFTED: "start = max(start, 0)",
        "hu = hu.narrow(axis, start, width)": (
            "hu = hu.narrow(axis, start, min(width, size - start))"
        ),
    },
)

from_the_other_end = Edit(
    """Your box begins at a negative index at the start of the scan, and that counts from the other
    end. Shift it to 0 first.""",
    {
        SHIFTED: "start = min(start, size - width)",
        "hu = hu.narrow(axis, start, width)": """
            rest = hu.movedim(axis, 0)[start : start + width]
            hu = rest.movedim(0, axis)
        """,
    },
)

one_voxel_too_early = Edit(
    """Your box is shifted one voxel too far at the end of the scan: the last voxel is in no crop.
    It may end where the scan ends.""",
    {"size - width)": "max(size - width - 1, 0))"},
)

widths_the_other_way_round = Edit(
    """You took the widths in the order column, row, index. They go as the axes of the scan do.""",
    {
        "zip(center_irc, width_irc, strict=True)": "zip(center_irc, width_irc[::-1], strict=True)",
    },
)

centers_the_other_way_round = Edit(
    """You took the centre in the order column, row, index. It goes as the axes of the scan do.""",
    {
        "zip(center_irc, width_irc, strict=True)": "zip(center_irc[::-1], width_irc, strict=True)",
    },
)

the_centre_first = Edit(
    """Your box begins at the centre. It is to lie around it: begin half a width before.""",
    {"center - width // 2": "center"},
)

one_before_the_middle = Edit(
    """Your box begins one voxel too late where the width is even: width // 2 voxels lie before the
    centre, and the centre is the first of the others.""",
    {"width // 2": "(width - 1) // 2"},
)

a_scan_that_is_too_small = Edit(
    """You gave less than a whole crop where the scan is too small. Nothing can be shifted there:
    say so, with a ValueError.""",
    {
        """
        if width > size:
            raise ValueError(f"axis {axis}: a crop of {width} does not fit into {size} voxels")
        start
        """: "start",
        SHIFTED: "start = max(min(start, size - width), 0)",
        "hu = hu.narrow(axis, start, width)": ("hu = hu.narrow(axis, start, min(width, size))"),
    },
)

the_whole_scan_refused = Edit(
    """You refuse a scan that is just as large as the crop. It fits: then the crop is the whole
    scan.""",
    {"if width > size": "if width >= size"},
)

an_error_without_the_sizes = Edit(
    """Your error does not say how large the scan is and how large the crop. Name both: one of them
    is wrong.""",
    {
        'f"axis {axis}: a crop of {width} does not fit into {size} voxels"': (
            '"the scan is too small"'
        ),
    },
)
