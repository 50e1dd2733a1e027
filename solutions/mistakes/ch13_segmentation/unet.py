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

the_lowest_level_too = Edit(
    """You refuse an odd size at the lowest level, too. Nothing is pooled there.""",
    {
        "x = lowest(x)": """
            x = lowest(x)
            if x.shape[2] % 2 or x.shape[3] % 2:
                raise ValueError(f"{tuple(x.shape[2:])} cannot be halved")
        """
    },
)

only_if_both_are_odd = Edit(
    """You refuse a size only if height and width are both odd. Either is enough: a row or a column
    is lost.""",
    {"x.shape[2] % 2 or x.shape[3] % 2": "x.shape[2] % 2 and x.shape[3] % 2"},
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

past_the_call = Edit(
    """You called the forward of the blocks. Call the blocks themselves: hooks, and whatever wraps
    them, run only so.""",
    {
        "x = down(x)": "x = down.forward(x)",
        "x = lowest(x)": "x = lowest.forward(x)",
        "x = up(x, bridges.pop())": "x = up.forward(x, bridges.pop())",
    },
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

sigmoid_at_the_end = Edit(
    """You made probabilities of the scores. What last gives is the result; the sigmoid comes with
    the next kata.""",
    {"return self.last(x)": "return self.last(x).sigmoid()"},
)
