"""Known wrong answers to ch13_segmentation/up_block."""

from katas._dojo.writing.mistakes import Edit

the_bridge_in_front = Edit(
    """You put the bridge in front. The shape is the same, and a net can be trained so; but weights
    that were saved expect in front what comes from below.""",
    {"[up, middle]": "[middle, up]"},
)

no_convolution_behind = Edit(
    """You interpolate without a convolution of 1x1 behind it. Interpolation keeps the channels that
    come in, and there are too many of them then.""",
    {
        """
        self.up = nn.Sequential(
            nn.Upsample(scale_factor=2, mode="bilinear"),
            nn.Conv2d(in_channels, out_channels, kernel_size=1),
        )
        """: 'self.up = nn.Upsample(scale_factor=2, mode="bilinear")'
    },
)

the_nearest_pixel = Edit(
    """You repeat each pixel where it should be interpolated. That is what nn.Upsample does unless
    it is told mode="bilinear".""",
    {', mode="bilinear"': ""},
)

aligned_corners = Edit(
    """You interpolate from the centre of the first pixel to that of the last. New pixels lie inside
    the old ones, a quarter from their centres: leave align_corners as it is.""",
    {'mode="bilinear"': 'mode="bilinear", align_corners=True'},
)

a_kernel_of_3x3 = Edit(
    """Your transposed convolution has a kernel of 3x3, which overlaps when it moves by 2. One of
    2x2 fits without a gap.""",
    {"kernel_size=2, stride=2": "kernel_size=3, stride=2, padding=1, output_padding=1"},
)

a_convolution_of_3x3 = Edit(
    """Your convolution behind the interpolation is one of 3x3. It is only there for the channels:
    1x1.""",
    {"out_channels, kernel_size=1": "out_channels, kernel_size=3, padding=1"},
)

always_interpolated = Edit(
    """You interpolate whatever the mode. With "upconv" it is a transposed convolution that
    doubles.""",
    {'up_mode == "upconv"': 'up_mode == "transposed"'},
)

never_interpolated = Edit(
    """You have a transposed convolution whatever the mode. With "upsample" it is an interpolation
    that doubles, and a convolution of 1x1 behind it.""",
    {'up_mode == "upconv"': "True"},
)

the_top_left_of_the_bridge = Edit(
    """You took the top left corner of the bridge. What comes from below lies in its middle.""",
    {
        "(bridge.shape[2] - height) // 2": "0",
        "(bridge.shape[3] - width) // 2": "0",
    },
)

what_is_odd_goes_in_front = Edit(
    """You cut one more of the bridge in front where an odd number goes. It goes at the end.""",
    {
        "(bridge.shape[2] - height) // 2": "(bridge.shape[2] - height + 1) // 2",
        "(bridge.shape[3] - width) // 2": "(bridge.shape[3] - width + 1) // 2",
    },
)

the_bridge_squeezed = Edit(
    """You squeezed the bridge into the smaller size. Its pixels then lie elsewhere: cut it.""",
    {
        "middle = bridge[:, :, top : top + height, left : left + width]": (
            "middle = nn.functional.interpolate(bridge, (height, width))"
        )
    },
)

padded_to_the_bridge = Edit(
    """You enlarged what comes from below, with a border of zeros, until it fits the bridge. It is
    the bridge that is cut.""",
    {
        "middle = bridge[:, :, top : top + height, left : left + width]": """
            bottom, right = bridge.shape[2] - height - top, bridge.shape[3] - width - left
            up = nn.functional.pad(up, (left, right, top, bottom))
            middle = bridge
        """
    },
)

stretched_to_the_bridge = Edit(
    """You stretched what comes from below until it fits the bridge. It is the bridge that is
    cut.""",
    {
        "middle = bridge[:, :, top : top + height, left : left + width]": """
            up = nn.functional.interpolate(up, bridge.shape[2:])
            middle = bridge
        """
    },
)

the_bridge_detached = Edit(
    """You cut the gradients off at the bridge. The way down learns through it as well.""",
    {"[up, middle]": "[up, middle.detach()]"},
)

the_convolution_first = Edit(
    """You change the channels before you interpolate. The numbers are the same, but the weights are
    saved as up.0: the convolution stands behind the interpolation.""",
    {
        """
        nn.Upsample(scale_factor=2, mode="bilinear"),
        nn.Conv2d(in_channels, out_channels, kernel_size=1),
        """: """
        nn.Conv2d(in_channels, out_channels, kernel_size=1),
        nn.Upsample(scale_factor=2, mode="bilinear"),
        """
    },
)
