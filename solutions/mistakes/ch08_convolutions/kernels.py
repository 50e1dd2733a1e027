"""Known wrong answers to ch08_convolutions/kernels."""

from katas._dojo.writing.mistakes import Edit

the_blur_of_the_book = Edit(
    """Your blur has weights of 1/9 in every channel, as in the book. They add up to the number of
    channels, so that a grey image of three comes out three times as bright: divide by the channels
    too.""",
    {"1 / (9 * n_channels)": "1 / 9"},
)

a_sum_for_a_blur = Edit(
    """Your blur adds the pixels up. To keep the brightness its weights have to add up to 1.""",
    {"1 / (9 * n_channels)": "1.0"},
)

divided_by_three = Edit(
    """Your blur divides by the 3 pixels of one side, and by the channels. There are 9 pixels under
    the kernel.""",
    {"1 / (9 * n_channels)": "1 / (3 * n_channels)"},
)

left_less_right = Edit(
    """Your edges have the other sign: you subtracted the right from the left. Torch does not flip
    the kernel, so the column of -1 stands on the left.""",
    {"[[-1.0, 0.0, 1.0]] * 3": "[[1.0, 0.0, -1.0]] * 3"},
)

horizontal_edges = Edit(
    """Your layer answers at horizontal edges: it subtracts the row above from the row below. Each
    row of the kernel is to be -1, 0, 1.""",
    {"torch.tensor([[-1.0, 0.0, 1.0]] * 3)": "torch.tensor([[-1.0, 0.0, 1.0]] * 3).t()"},
)

a_sobel_kernel = Edit(
    """Your middle row counts twice, as in a Sobel kernel. Here all three rows are alike.""",
    {"[[-1.0, 0.0, 1.0]] * 3": "[[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]"},
)

edges_averaged_over_channels = Edit(
    """You divided the edges by the number of channels. They are added up: only a blur has to keep
    the brightness.""",
    {
        "torch.tensor([[-1.0, 0.0, 1.0]] * 3)": "torch.tensor([[-1.0, 0.0, 1.0]] * 3) / n_channels",
    },
)

a_random_bias = Edit(
    """Your layer has a bias other than 0: a new Conv2d draws one at random. Set it to 0, or do
    without: bias=False.""",
    {
        """
        layer.bias.zero_()
        """: "",
    },
)

not_padded = Edit(
    """Your layer makes the image smaller by two pixels each way. padding=1 keeps its size.""",
    {", padding=1": ""},
)

the_border_repeated = Edit(
    """Your layer pads with copies of the border. Beyond it there are to be zeros, as Conv2d has
    it unless told otherwise.""",
    {", padding=1": ', padding=1, padding_mode="replicate"'},
)

the_first_channel_only = Edit(
    """Your kernel stands in the first channel only, and the others keep random numbers. Fill all
    channels.""",
    {"layer.weight.copy_(kernel)": "layer.weight[0, 0].copy_(kernel)"},
)

one_output_for_each_channel = Edit(
    """Your layer gives as many channels as it takes. It has one output channel, which adds up what
    all of them give.""",
    {"nn.Conv2d(n_channels, 1, ": "nn.Conv2d(n_channels, n_channels, "},
)

frozen = Edit(
    """Your weights are frozen. Change them under no_grad, which leaves requires_grad as it is:
    they are to be trained further.""",
    {
        """
        with torch.no_grad():
            layer.weight.copy_(kernel)  # the same in every channel
            layer.bias.zero_()
        """: """
        layer.requires_grad_(False)
        layer.weight.copy_(kernel)
        layer.bias.zero_()
        """,
    },
)

one_kernel_in_many_places = Edit(
    """Your channels share nine numbers in memory, as expand leaves them, so no step can move each
    by itself. Copy the kernel into the weight.""",
    {
        "layer.weight.copy_(kernel)": (
            "layer.weight = nn.Parameter(kernel.expand(1, n_channels, 3, 3))"
        ),
    },
)

the_same_layer_again = Edit(
    """You made one layer for each number of channels and hand it out again. Then two places train
    one weight: make a new layer at every call.""",
    {
        "import torch": """
            import functools

            import torch
        """,
        "def blur": """
            @functools.cache
            def blur
        """,
        "def vertical_edges": """
            @functools.cache
            def vertical_edges
        """,
    },
)
