"""Known wrong answers to ch13_segmentation/unet."""

from katas._dojo.writing.mistakes import Edit

the_last_row_lost_of_the_book = Edit(
    """You pool an odd size, as the book does, and the last row or column is gone: of 66 pixels 64
    come back, and none of them says so. Raise ValueError.""",
    {
        """
        if x.shape[2] % 2 or x.shape[3] % 2:
            raise ValueError(f"{tuple(x.shape[2:])} cannot be halved")
        """: ""
    },
)

rows_alone = Edit(
    """You look whether the rows can be halved, but columns are lost as well.""",
    {"x.shape[2] % 2 or x.shape[3] % 2": "x.shape[2] % 2"},
)

the_size_of_the_input = Edit(
    """You go by the size that comes in. Without padding the blocks take some of it away before it
    is pooled: look there, at each level.""",
    {
        "*levels, lowest = self.down_path": """
            *levels, lowest = self.down_path
            if any(size % 2 ** len(levels) for size in x.shape[-2:]):
                raise ValueError(f"{tuple(x.shape[-2:])} cannot be halved that often")
        """,
        """
        if x.shape[2] % 2 or x.shape[3] % 2:
            raise ValueError(f"{tuple(x.shape[2:])} cannot be halved")
        """: "",
    },
)

pooled_after_the_last_level = Edit(
    """You pool after the lowest level, too. There are as many pools as bridges, one less than there
    are levels.""",
    {"x = lowest(x)": "x = avg_pool2d(lowest(x), kernel_size=2)"},
)

the_largest = Edit(
    """You took the largest of each 2x2 pixels. Between the levels stands their average.""",
    {
        "import avg_pool2d": "import max_pool2d",
        "x = avg_pool2d(x, kernel_size=2)": "x = max_pool2d(x, kernel_size=2)",
    },
)

bridges_after_the_pool = Edit(
    """Your bridges carry over what was pooled already. They leave from the block of their level,
    where each pixel is still there.""",
    {
        "bridges.append(x)": "",
        "x = avg_pool2d(x, kernel_size=2)": """
            x = avg_pool2d(x, kernel_size=2)
            bridges.append(x)
        """,
    },
)

bridges_in_the_order_they_came = Edit(
    """You take the bridges in the order in which they came. On the way up the last one is needed
    first.""",
    {"bridges.pop()": "bridges.pop(0)"},
)

no_power_of_two = Edit(
    """Your first level has wf channels. It has 2**wf: wf is the exponent.""",
    {"2 ** (wf + level)": "wf * 2**level"},
)

as_wide_everywhere = Edit(
    """You gave all levels as many channels as the first. Each has twice those of the one above
    it.""",
    {"2 ** (wf + level)": "2**wf"},
)

up_path_in_a_list = Edit(
    """Your way up is in a plain list, which hides its parameters: they are neither trained nor
    saved. Make it an nn.ModuleList.""",
    {
        "nn.ModuleList(up_block(*it) for it in pairwise(reversed(widths)))": (
            "[up_block(*it) for it in pairwise(reversed(widths))]"
        )
    },
)

one_more_at_the_top = Edit(
    """Your way up ends in the channels that came in, with one block too many. The highest level
    gives 2**wf channels; from there, last goes to the classes.""",
    {"pairwise(reversed(widths))": "pairwise([*reversed(widths), in_channels])"},
)

a_last_kernel_of_3x3 = Edit(
    """Your last convolution has a kernel of 3x3. It decides on each pixel by its channels: 1x1.""",
    {"kernel_size=1": "kernel_size=3, padding=1"},
)

bridge_and_below_exchanged = Edit(
    """You call the blocks of the way up with the bridge first. It comes second, after what comes
    from below.""",
    {"up(x, bridges.pop())": "up(bridges.pop(), x)"},
)

bridges_detached = Edit(
    """You cut the gradients off at the bridges. The way down learns through them as well.""",
    {"bridges.append(x)": "bridges.append(x.detach())"},
)

relu_at_the_end = Edit(
    """You have a relu at the end. The scores of a pixel may be negative: what last gives is the
    result.""",
    {"return self.last(x)": "return self.last(x).relu()"},
)
