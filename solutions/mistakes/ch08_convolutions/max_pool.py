"""Known wrong answers to ch08_convolutions/max_pool."""

from katas._dojo.writing.mistakes import Edit

padded_with_zeros = Edit(
    """You padded with zeros, which are larger than any negative pixel. Pad with -inf: nothing is
    smaller.""",
    {", value=-torch.inf": ""},
)

the_gradient_shared = Edit(
    """Your gradient is shared out among pixels that are equally large, as amax does it. One of
    them gets it whole: take the values of max(dim=…).""",
    {".max(dim=-1).values": ".amax(dim=-1)"},
)

the_gradient_for_each = Edit(
    """Your gradient goes whole to each pixel that is the largest, so equals get it several times
    over. Together they get it once.""",
    {
        "return windows.flatten(-2).max(dim=-1).values": """
            pixels = windows.flatten(-2)
            largest = pixels == pixels.amax(-1, keepdim=True)
            kept = pixels.where(largest, 0).sum(-1)
            count = largest.sum(-1)
            return kept - (kept * (count - 1) / count).detach()
        """,
    },
)

windows_side_by_side_in_any_case = Edit(
    """Your windows lie side by side, whatever the stride.""",
    {"stride = stride or kernel_size": "stride = kernel_size"},
)

a_stride_of_1 = Edit(
    """Your windows move by one pixel where no stride is given. Unlike that of a convolution, the
    stride of a pool is the size of its window by default.""",
    {"stride or kernel_size": "stride or 1"},
)

a_stride_in_one_direction = Edit(
    """Your windows move by the stride downwards, but lie side by side from left to right. The
    stride holds in both directions.""",
    {"unfold(3, kernel_size, stride)": "unfold(3, kernel_size, kernel_size)"},
)

averaged = Edit(
    """You took the mean of each window. Max pooling keeps its largest pixel.""",
    {".max(dim=-1).values": ".mean(dim=-1)"},
)

the_largest_number_without_its_sign = Edit(
    """Your pool keeps the pixel that is farthest from 0. The largest is meant, with its sign.""",
    {
        "return windows.flatten(-2).max(dim=-1).values": """
            pixels = windows.flatten(-2)
            farthest = pixels.abs().where(pixels.isfinite(), 0).argmax(-1, keepdim=True)
            return pixels.gather(-1, farthest).squeeze(-1)
        """,
    },
)

channels_pooled_too = Edit(
    """Your pool takes the largest over all channels as well. Each channel is pooled by itself.""",
    {
        ".max(dim=-1).values": (
            ".max(dim=-1).values.max(dim=1, keepdim=True).values.expand(*windows.shape[:4])"
        ),
    },
)

the_rest_kept = Edit(
    """Your pool gives the last rows and columns a window that sticks out of the image. Where no
    whole window fits, pixels are left out.""",
    {
        "padded = pad(images, [padding] * 4, value=-torch.inf)": """
            height, width = (size + 2 * padding for size in images.shape[2:])
            below = (height - 1) // stride * stride + kernel_size - height
            right = (width - 1) // stride * stride + kernel_size - width
            sides = [padding, padding + right, padding, padding + below]
            padded = pad(images, sides, value=-torch.inf)
        """,
    },
)

padding_at_one_end = Edit(
    """You padded above and on the left only. Padding goes on all four sides.""",
    {"[padding] * 4": "[padding, 0, padding, 0]"},
)

padding_left_and_right_only = Edit(
    """You padded on the left and on the right only. Rows above and below are padded too.""",
    {"[padding] * 4": "[padding] * 2"},
)

the_smallest_number_too_large = Edit(
    """You padded with a number that you took to be small enough. A pixel can be smaller; nothing is
    smaller than -inf.""",
    {"-torch.inf": "-10000.0"},
)

torchs_max_pool = Edit(
    """You called torch's max pooling. Here it is yours to write.""",
    {
        "windows.flatten(-2).max(dim=-1).values": (
            "torch.max_pool2d(images, kernel_size, stride, padding)"
        ),
    },
)

in_float32 = Edit(
    """Your result is float32 whatever the dtype of the images. It should come out as it went
    in.""",
    {".max(dim=-1).values": ".max(dim=-1).values.float()"},
)
