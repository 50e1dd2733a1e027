"""Known wrong answers to ch08_convolutions/convolution."""

from katas._dojo.writing.mistakes import Edit

the_kernel_flipped = Edit(
    """Your kernel lies upside down and back to front, as in a convolution of mathematics. Torch
    lays it over the image as it is.""",
    {"windows, weight)": "windows, weight.flip(2, 3))"},
)

rows_along_columns = Edit(
    """Your kernel's rows run along the image's columns. Its height goes with the image's height,
    its width with the width.""",
    {
        "unfold(2, height, stride).unfold(3, width, stride)": (
            "unfold(2, width, stride).unfold(3, height, stride)"
        ),
        "ochw": "ocwh",
    },
)

one_channel_only = Edit(
    """Your output knows one input channel only, the last. An output channel is a sum over all of
    them.""",
    {"windows, weight)": "windows[:, -1:], weight[:, -1:])"},
)

one_weight_for_all_channels = Edit(
    """Your input channels are added up before they meet the kernel. Each has weights of its own in
    it: multiply first, then add.""",
    {"ncyxhw,ochw": "ncyxhw,okhw"},
)

a_mean_over_the_window = Edit(
    """You took the mean over the window. A convolution is a sum: the kernel itself holds the
    weights.""",
    {"windows, weight)": "windows, weight / (height * width))"},
)

the_bias_along_the_columns = Edit(
    """You added the bias as it came, so that it lines up with the columns. It belongs to the output
    channels: give it two more dimensions, view(-1, 1, 1).""",
    {"bias.view(-1, 1, 1)": "bias"},
)

the_bias_once_for_each_channel = Edit(
    """Your bias counts once for each input channel. Add it once, to the finished sum.""",
    {"bias.view(-1, 1, 1)": "images.shape[1] * bias.view(-1, 1, 1)"},
)

padding_at_one_end = Edit(
    """You added the padding above and on the left only. It goes on all four sides.""",
    {"[padding] * 4": "[padding, 0, padding, 0]"},
)

padding_left_and_right_only = Edit(
    """You added the padding on the left and on the right only. Rows above and below are padded
    too.""",
    {"[padding] * 4": "[padding] * 2"},
)

a_stride_in_one_direction = Edit(
    """Your kernel moves by the stride downwards, but by one pixel to the right. The stride holds
    in both directions.""",
    {"unfold(3, width, stride)": "unfold(3, width, 1)"},
)

as_many_places_as_with_a_stride = Edit(
    """Your output has the size that the stride leaves, but its places lie side by side. From one to
    the next, the kernel moves by the stride.""",
    {
        "windows = padded.unfold(2, height, stride).unfold(3, width, stride)": """
            rows = (padded.shape[2] - height) // stride + 1
            columns = (padded.shape[3] - width) // stride + 1
            windows = padded.unfold(2, height, 1).unfold(3, width, 1)[:, :, :rows, :columns]
        """,
    },
)

pixels_skipped = Edit(
    """You left out pixels of the image. A stride leaves out places of the kernel: every pixel
    under it counts.""",
    {
        "padded.unfold(2, height, stride).unfold(3, width, stride)": (
            "padded[:, :, ::stride, ::stride].unfold(2, height, 1).unfold(3, width, 1)"
        ),
    },
)

in_float32 = Edit(
    """Your result is float32 whatever the dtype of the images. It should come out as it went
    in.""",
    {
        "torch.einsum": "(torch.einsum",
        "bias.view(-1, 1, 1)": "bias.view(-1, 1, 1)).float()",
    },
)

torchs_conv2d = Edit(
    """You called torch's convolution. Here it is yours to write.""",
    {
        'torch.einsum("ncyxhw,ochw->noyx", windows, weight) + bias.view(-1, 1, 1)': (
            "torch.conv2d(images, weight, bias, stride, padding)"
        ),
    },
)

torchs_module = Edit(
    """You let an nn.Conv2d do it. Here the convolution is yours to write; and weight and bias get
    no gradient, since the module has parameters of its own.""",
    {
        'return torch.einsum("ncyxhw,ochw->noyx", windows, weight) + bias.view(-1, 1, 1)': """
            n_out, n_in = weight.shape[:2]
            conv = torch.nn.Conv2d(n_in, n_out, (height, width), stride, padding)
            conv.weight.data, conv.bias.data = weight.data, bias.data
            return conv(images)
        """,
    },
)
