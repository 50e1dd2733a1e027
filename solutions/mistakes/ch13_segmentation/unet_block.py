"""Known wrong answers to ch13_segmentation/unet_block."""

from katas._dojo.writing.mistakes import Edit

batch_norm_before_relu = Edit(
    """You have batch norm between convolution and relu. That can be trained as well, but weights
    that were saved with it behind relu stand in other places, and mean something else.""",
    {
        "parts += [conv, nn.ReLU()]": "parts.append(conv)",
        """
        if batch_norm:
            parts.append(nn.BatchNorm2d(out_channels))
        """: """
        if batch_norm:
            parts.append(nn.BatchNorm2d(out_channels))
        parts.append(nn.ReLU())
        """,
    },
)

a_bool_for_a_size = Edit(
    """You handed padding on as it is. A convolution wants the size of the border, and torch takes
    no bool for it: int(padding).""",
    {"int(padding)": "padding"},
)

always_padded = Edit(
    """You pad whether it is wanted or not. Without padding an image loses two pixels on each
    side.""",
    {"int(padding)": "1"},
)

never_padded = Edit(
    """You do not pad, whether it is wanted or not. With padding an image keeps its size.""",
    {"int(padding)": "0"},
)

a_border_of_two = Edit(
    """Your border is two pixels wide, and images grow. A kernel of 3x3 looks one pixel
    beyond.""",
    {"int(padding)": "2 * int(padding)"},
)

a_mirrored_border = Edit(
    """Your border is not one of zeros. That is what padding adds unless told otherwise.""",
    {"padding=int(padding)": 'padding=int(padding), padding_mode="replicate"'},
)

batch_norm_always = Edit(
    """You have batch norm whether it is wanted or not.""",
    {
        """
        if batch_norm:
            parts.append(nn.BatchNorm2d(out_channels))
        """: "parts.append(nn.BatchNorm2d(out_channels))"
    },
)

a_place_for_no_batch_norm = Edit(
    """You kept a place for batch norm where none is wanted, so that the second convolution stands
    under block.3. What is not wanted has no place: leave it out.""",
    {
        """
        if batch_norm:
            parts.append(nn.BatchNorm2d(out_channels))
        """: "parts.append(nn.BatchNorm2d(out_channels) if batch_norm else nn.Identity())"
    },
)

batch_norm_at_the_end_alone = Edit(
    """You have a single batch norm, at the end. One comes after each relu.""",
    {"if batch_norm:": "if batch_norm and len(parts) > 2:"},
)

one_batch_norm_twice = Edit(
    """You use one batch norm in both places. What it collects is a mixture of the two: each place
    needs its own.""",
    {
        "parts = []": "parts, norm = [], nn.BatchNorm2d(out_channels)",
        "parts.append(nn.BatchNorm2d(out_channels))": "parts.append(norm)",
    },
)

no_bias_before_batch_norm = Edit(
    """Your convolutions have no bias where batch norm follows. Here relu stands in between, so that
    the bias counts, and saved weights have one.""",
    {"padding=int(padding)": "padding=int(padding), bias=not batch_norm"},
)

channels_of_the_second = Edit(
    """Your first convolution keeps the channels that come in. Already the first gives out_channels;
    the second has as many on either side.""",
    {"(channels, out_channels, kernel": "(in_channels, channels, kernel"},
)

no_relu_at_the_end = Edit(
    """You left out the second relu. There is one after each convolution.""",
    {"[conv, nn.ReLU()]": "[conv, nn.ReLU() if not parts else nn.Identity()]"},
)

no_relu_in_between = Edit(
    """You left out the first relu. Without it, two convolutions in a row are one of 5x5, and can do
    no more than that.""",
    {"[conv, nn.ReLU()]": "[conv, nn.ReLU() if parts else nn.Identity()]"},
)

leaky = Edit(
    """Your relu lets something of what is negative through. That is a leaky one; the block has the
    plain one.""",
    {"nn.ReLU()": "nn.LeakyReLU()"},
)
