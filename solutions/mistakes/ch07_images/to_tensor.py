"""Known wrong answers to ch07_images/to_tensor."""

from katas._dojo.writing.mistakes import Edit

reshaped = Edit(
    """You cut the numbers anew, in the order in which they lie: the shape is right, and the image
    is destroyed. Move the axis of the channels: permute, or transpose of NumPy.""",
    {
        "channels = pixels.permute(2, 0, 1).contiguous()": """
            height, width, n_channels = pixels.shape
            channels = pixels.reshape(n_channels, height, width)
        """,
    },
)

height_and_width_exchanged = Edit(
    """Your image lies on its side: width comes before height. Only the axis of the channels
    moves.""",
    {"permute(2, 0, 1)": "permute(2, 1, 0)"},
)

not_divided = Edit(
    """Your numbers go from 0 to 255. Bytes are divided by 255.""",
    {"channels / 255": "channels.float()"},
)

divided_by_256 = Edit(
    """You divided by 256, so that white is not quite 1.0. The largest byte is 255.""",
    {"/ 255": "/ 256"},
)

divided_by_the_largest = Edit(
    """You divided by the largest number of each image: a dark image becomes a bright one. White is
    255 in every image.""",
    {"channels / 255": "channels / channels.max()"},
)

bytes_told_by_their_size = Edit(
    """You divided where a number is above 1. An image of bytes can be as dark as that, and floats
    may be larger: the dtype tells bytes from floats.""",
    {
        "channels / 255 if channels.dtype == torch.uint8 else channels": (
            "channels / 255 if channels.max() > 1 else channels.float()"
        ),
    },
)

floats_divided_too = Edit(
    """You divided floats by 255, too. They are taken to be from 0.0 to 1.0 already.""",
    {"channels / 255 if channels.dtype == torch.uint8 else channels": "channels / 255"},
)

in_float64 = Edit(
    """Your tensor is float64, as NumPy divides bytes by default. Models are float32.""",
    {"channels / 255": "channels.double() / 255"},
)

grey_without_its_channel = Edit(
    """Your grey image has no channel. It is [1, H, W]: a model wants one channel, not none.""",
    {
        "np.atleast_3d(np.array(image))": "np.array(image)",
        "channels = pixels.permute(2, 0, 1).contiguous()": (
            "channels = pixels.permute(2, 0, 1).contiguous() if pixels.ndim == 3 else pixels"
        ),
    },
)

grey_three_times = Edit(
    """You gave a grey image three channels that are all alike. It has one.""",
    {"pixels.permute(2, 0, 1)": "pixels.expand(-1, -1, max(3, pixels.size(2))).permute(2, 0, 1)"},
)

a_fourth_channel_dropped = Edit(
    """You kept three channels. An image may have more, as one of mode RGBA: all are kept.""",
    {"pixels.permute(2, 0, 1)": "pixels[:, :, :3].permute(2, 0, 1)"},
)

flipped_arrays_refused = Edit(
    """You handed a flipped array to torch, which takes none with negative strides. A copy of it
    will do.""",
    {"np.array(image)": "np.asarray(image)"},
)

shared_with_the_array = Edit(
    """Your tensor can share its memory with the array: who changes one changes the other. Make a
    copy.""",
    {"np.array(image)": "np.ascontiguousarray(image)"},
)

not_contiguous = Edit(
    """Your tensor has its axes in order, but in memory the colours of a pixel still stand together,
    so view(-1) raises an error. contiguous() lays the numbers out anew.""",
    {".contiguous()": ""},
)

torchvisions_own = Edit(
    """You called torchvision. Here it is yours to write.""",
    {
        "import torch\n": "import torch\nfrom torchvision.transforms import functional\n",
        "pixels = torch.from_numpy(np.atleast_3d(np.array(image)))": """
            if isinstance(image, Image.Image):
                return functional.to_tensor(image)
            pixels = torch.from_numpy(np.atleast_3d(np.array(image)))
        """,
    },
)
