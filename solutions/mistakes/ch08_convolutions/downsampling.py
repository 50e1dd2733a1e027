"""Known wrong answers to ch08_convolutions/downsampling."""

from katas._dojo.writing.mistakes import Edit

numbers_in_a_row = Edit(
    """You averaged pixels that follow one another in a row. A square has n rows: view and reshape
    only cut the numbers anew, in the order in which they lie.""",
    {
        "return avg_pool2d(images, n)": """
            height, width = (size // n for size in images.shape[2:])
            whole = images[:, :, : height * n, : width * n]
            return whole.reshape(*images.shape[:2], height, width, n * n).mean(-1)
        """,
    },
)

one_pixel_of_each_square = Edit(
    """You took one pixel of each square, and the others have no say. The mean is meant.""",
    {
        "avg_pool2d(images, n)": (
            "images[:, :, : images.shape[2] // n * n : n, : images.shape[3] // n * n : n]"
        ),
    },
)

a_sum = Edit(
    """You added up the pixels of each square: the image gets brighter. The mean divides by how many
    they are.""",
    {"avg_pool2d(images, n)": "avg_pool2d(images, n, divisor_override=1)"},
)

squares_that_overlap = Edit(
    """Your squares overlap: you averaged at every pixel. Side by side, they move by n.""",
    {"avg_pool2d(images, n)": "avg_pool2d(images, n, stride=1)"},
)

averages_of_the_rest = Edit(
    """You averaged the pixels too that fill no square, so that there is a row or a column more.
    They are left out.""",
    {"avg_pool2d(images, n)": "avg_pool2d(images, n, ceil_mode=True)"},
)

in_float32 = Edit(
    """Your averages are float32 whatever the dtype of the images. They should come out as they went
    in.""",
    {"avg_pool2d(images, n)": "avg_pool2d(images.float(), n)"},
)

the_rest_kept = Edit(
    """You took the largest also of the pixels that fill no square, so that there is a row or a
    column more. They are left out.""",
    {"return max_pool2d(images, n)": "return max_pool2d(images, n, ceil_mode=True)"},
)

never_below_zero = Edit(
    """Your largest pixel is never below 0. Where all pixels are negative, so is the largest.""",
    {"return max_pool2d(images, n)": "return max_pool2d(images, n).clamp(min=0)"},
)

the_largest_without_its_sign = Edit(
    """You kept the pixel that is farthest from 0. The largest is meant, with its sign.""",
    {
        "return max_pool2d(images, n)": """
            largest, smallest = max_pool2d(images, n), -max_pool2d(-images, n)
            return largest.where(largest.abs() >= smallest.abs(), smallest)
        """,
    },
)

pixels_left_out_first = Edit(
    """You left out pixels, and convolved what remained: the kernel lies on every n-th pixel. A
    stride leaves out answers, of a kernel that lies on pixels side by side.""",
    {"conv2d(images, weight, stride=n,": "conv2d(images[:, :, ::n, ::n], weight,"},
)

no_stride = Edit(
    """Your convolution gives every answer, so that the image keeps its size. A stride of n leaves
    out all but every n-th.""",
    {"stride=n, ": ""},
)

not_padded = Edit(
    """Your kernel lies on the image with all its taps. With a pixel of zeros on all sides, the
    first answer has the first pixel in its middle.""",
    {", padding=1": ""},
)

answers_pooled = Edit(
    """You gave the largest of each square of answers. A stride gives the first of them, and the
    others are never worked out.""",
    {
        "conv2d(images, weight, stride=n, padding=1)": (
            "max_pool2d(conv2d(images, weight, padding=1), n)"
        ),
    },
)

the_second_answer_first = Edit(
    """You began with the second answer. A stride begins with the first, where the middle of the
    kernel lies on the first pixel.""",
    {
        "conv2d(images, weight, stride=n, padding=1)": (
            "conv2d(images, weight, padding=1)[:, :, 1::n, 1::n]"
        ),
    },
)

the_weight_cut_off = Edit(
    """Your result has no way back to weight, so nothing would learn it. nn.Parameter(weight) and
    .data begin anew there, as detach does: hand weight itself to the convolution.""",
    {"conv2d(images, weight,": "conv2d(images, weight.detach(),"},
)
