"""Known wrong answers to ch11_training/conv_block_3d."""

from katas._dojo.writing.mistakes import Edit

the_last_plane_dropped_as_in_the_book = Edit(
    """You drop the last plane where a size is odd, as the block of the book does. What the
    convolutions found there is lost, and nothing says so: round up.""",
    {", ceil_mode=True": ""},
)

no_relu_in_between = Edit(
    """You left out the relu between the convolutions. Two of them in a row are one of 5x5x5, and
    can do no more than that.""",
    {"self.conv1(x).relu()": "self.conv1(x)"},
)

no_relu_at_the_end = Edit(
    """You left out the relu after the second convolution: there are negative numbers in what comes
    out.""",
    {"self.conv2(x).relu()": "self.conv2(x)"},
)

no_relu_at_all = Edit(
    """You left out both relus. Without them the two convolutions are one of 5x5x5, and all that you
    return may be negative.""",
    {"self.conv1(x).relu()": "self.conv1(x)", "self.conv2(x).relu()": "self.conv2(x)"},
)

relu_ahead_of_the_convolutions = Edit(
    """You applied relu to what comes in, ahead of each convolution. It comes after: what is
    negative in a volume counts.""",
    {
        "self.conv1(x).relu()": "self.conv1(x.relu())",
        "self.conv2(x).relu()": "self.conv2(x.relu())",
    },
)

channels_of_the_second = Edit(
    """Your first convolution keeps the channels that come in. Already the first gives out_channels;
    the second has as many on either side.""",
    {
        "nn.Conv3d(in_channels, out_channels, kernel_size=3, padding=1)": (
            "nn.Conv3d(in_channels, in_channels, kernel_size=3, padding=1)"
        ),
        "nn.Conv3d(out_channels, out_channels, kernel_size=3, padding=1)": (
            "nn.Conv3d(in_channels, out_channels, kernel_size=3, padding=1)"
        ),
    },
)

channels_of_the_block = Edit(
    """Your second convolution takes as many channels as come into the block. It is given what the
    first has made, out_channels.""",
    {
        "nn.Conv3d(out_channels, out_channels, kernel_size=3, padding=1)": (
            "nn.Conv3d(in_channels, out_channels, kernel_size=3, padding=1)"
        ),
    },
)

one_convolution_twice = Edit(
    """Your two convolutions are one where as many channels come in as go out: they share their
    numbers. Each has its own.""",
    {
        "self.conv2 = ": "self.conv2 = self.conv1 if in_channels == out_channels else ",
    },
)

no_padding = Edit(
    """Your convolutions make the volume smaller. With padding=1 a kernel of 3x3x3 keeps its
    size.""",
    {
        "in_channels, out_channels, kernel_size=3, padding=1": (
            "in_channels, out_channels, kernel_size=3"
        ),
        "out_channels, out_channels, kernel_size=3, padding=1": (
            "out_channels, out_channels, kernel_size=3"
        ),
    },
)

a_larger_kernel = Edit(
    """You gave the convolutions a kernel of 5x5x5. Two of 3x3x3 see as far together, with fewer
    numbers.""",
    {
        "in_channels, out_channels, kernel_size=3, padding=1": (
            "in_channels, out_channels, kernel_size=5, padding=2"
        ),
        "out_channels, out_channels, kernel_size=3, padding=1": (
            "out_channels, out_channels, kernel_size=5, padding=2"
        ),
    },
)

no_bias = Edit(
    """Your convolutions have no bias. No batch norm follows that would bring its own: leave it
    on.""",
    {
        "in_channels, out_channels, kernel_size=3, padding=1": (
            "in_channels, out_channels, kernel_size=3, padding=1, bias=False"
        ),
        "out_channels, out_channels, kernel_size=3, padding=1": (
            "out_channels, out_channels, kernel_size=3, padding=1, bias=False"
        ),
    },
)

the_average = Edit(
    """You took the average of each 2x2x2 voxels. Max pool takes the largest.""",
    {
        "import max_pool3d": "import avg_pool3d",
        "max_pool3d(x, kernel_size=2, ceil_mode=True)": (
            "avg_pool3d(x, kernel_size=2, ceil_mode=True)"
        ),
    },
)

windows_that_overlap = Edit(
    """Your windows overlap: they move by one voxel. Max pool moves them by their own size, which
    halves the volume.""",
    {"ceil_mode=True": "stride=1, ceil_mode=True"},
)

pooled_in_between = Edit(
    """You pooled between the convolutions. Both see the volume in its full size; max pool comes
    last.""",
    {
        "x = self.conv2(x).relu()": "x = max_pool3d(x, kernel_size=2, ceil_mode=True)",
        "return max_pool3d(x, kernel_size=2, ceil_mode=True)": "return self.conv2(x).relu()",
    },
)

the_volume_edited = Edit(
    """You changed the volume that you were given, in place. Others may go on with it: a relu in
    place is for what your own convolutions have made.""",
    {
        "x = self.conv1(x).relu()": """
            out = self.conv1(x).relu()
            x.detach().relu_()
            x = out
        """
    },
)
