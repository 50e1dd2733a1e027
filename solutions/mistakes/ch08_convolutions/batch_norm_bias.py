"""Known wrong answers to ch08_convolutions/batch_norm_bias."""

from katas._dojo.writing.mistakes import Edit

the_bias_kept = Edit(
    """You kept the bias of the convolution. Batch norm subtracts it with the mean, so it never
    learns: bias=False.""",
    {", bias=False": ""},
)

batch_norm_first = Edit(
    """You put batch norm ahead of the convolution. What is to be normalized is what the
    convolution gives: batch norm follows.""",
    {
        """
        nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding, bias=False),
        nn.BatchNorm2d(out_channels),
        """: """
        nn.BatchNorm2d(in_channels),
        nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding, bias=False),
        """,
    },
)

without_running_statistics = Edit(
    """You turned the running statistics off. Then an image is judged by its batch in eval mode
    too: keep them.""",
    {"BatchNorm2d(out_channels)": "BatchNorm2d(out_channels, track_running_stats=False)"},
)

the_same_layers_again = Edit(
    """You made layers once for each choice of sizes and return them again. Then two places in a
    network train one weight: make new layers at every call.""",
    {
        "import copy": """
            import copy
            import functools
        """,
        "def conv_bn": """
            @functools.cache
            def conv_bn
        """,
    },
)

eps_forgotten = Edit(
    """You left eps out. Batch norm divides by the root of running_var + eps.""",
    {"(bn.running_var + bn.eps).rsqrt()": "bn.running_var.rsqrt()"},
)

eps_outside_the_root = Edit(
    """You added eps to the root. It is added to the variance, under the root.""",
    {"(bn.running_var + bn.eps).rsqrt()": "1 / (bn.running_var.sqrt() + bn.eps)"},
)

scaled_along_the_inputs = Edit(
    """You multiplied the weight along its second dimension, that of the input channels. Batch norm
    scales what the convolution gives: the output channels come first, so view(-1, 1, 1, 1).""",
    {
        "folded.weight = nn.Parameter(conv.weight * scale.view(-1, 1, 1, 1))": (
            "folded.weight.copy_(conv.weight * scale.view(1, -1, 1, 1))"
        ),
    },
)

the_bias_not_scaled = Edit(
    """You added the bias of the convolution unscaled. Batch norm scales all that arrives, the
    bias included.""",
    {
        """
        shift = -bn.running_mean
        if conv.bias is not None:
            shift = shift + conv.bias
        bias = shift * scale
        """: """
        bias = -bn.running_mean * scale
        if conv.bias is not None:
            bias = bias + conv.bias
        """,
    },
)

the_bias_dropped = Edit(
    """You dropped the bias that the convolution had. In eval mode the running mean does not
    cancel it by itself: it goes in, minus the mean, times the scale.""",
    {
        """
        if conv.bias is not None:
            shift = shift + conv.bias
        """: "",
    },
)

always_a_bias = Edit(
    """You took the bias of the convolution for granted. Ahead of batch norm it is often None,
    and stands for 0.""",
    {
        """
        if conv.bias is not None:
            shift = shift + conv.bias
        """: "shift = shift + conv.bias",
    },
)

always_affine = Edit(
    """You took weight and bias of batch norm for granted. With affine=False both are None, and
    stand for 1 and 0.""",
    {
        """
        if bn.weight is not None:
            scale = scale * bn.weight
        """: "scale = scale * bn.weight",
        """
        if bn.bias is not None:
            bias = bias + bn.bias
        """: "bias = bias + bn.bias",
    },
)

folded_in_place = Edit(
    """You changed the convolution that was handed to you. Its owner still needs it: make a new
    one.""",
    {"copy.deepcopy(conv)": "conv"},
)

random_numbers_drawn = Edit(
    """You drew random numbers, as a new nn.Conv2d does for its first weights. Everything random
    afterwards comes out differently: copy.deepcopy(conv) or torch.nn.utils.skip_init draw
    nothing.""",
    {
        "copy.deepcopy(conv)": """
            nn.Conv2d(
                conv.in_channels,
                conv.out_channels,
                conv.kernel_size,
                conv.stride,
                conv.padding,
                conv.dilation,
                conv.groups,
                padding_mode=conv.padding_mode,
                device=conv.weight.device,
                dtype=conv.weight.dtype,
            )
        """,
    },
)

padding_mode_forgotten = Edit(
    """You made a new convolution without padding_mode, so it pads with zeros whatever conv does,
    and drew random numbers on the way. copy.deepcopy(conv) keeps every setting and draws none.""",
    {
        "copy.deepcopy(conv)": """
            nn.Conv2d(
                conv.in_channels,
                conv.out_channels,
                conv.kernel_size,
                conv.stride,
                conv.padding,
                conv.dilation,
                conv.groups,
                device=conv.weight.device,
                dtype=conv.weight.dtype,
            )
        """,
    },
)

always_float32 = Edit(
    """You made a float32 convolution. Take device and dtype from conv.weight.""",
    {
        "copy.deepcopy(conv)": """
            nn.Conv2d(
                conv.in_channels,
                conv.out_channels,
                conv.kernel_size,
                conv.stride,
                conv.padding,
                conv.dilation,
                conv.groups,
                padding_mode=conv.padding_mode,
            )
        """,
        "folded.weight = nn.Parameter(conv.weight * scale.view(-1, 1, 1, 1))": (
            "folded.weight.copy_(conv.weight * scale.view(-1, 1, 1, 1))"
        ),
        "folded.bias = nn.Parameter(bias)": "folded.bias.copy_(bias)",
    },
)
