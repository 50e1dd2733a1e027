"""Known wrong answers to ch08_convolutions/padding."""

from katas._dojo.writing.mistakes import Edit

padding_at_one_end = Edit(
    """You counted the padding once. It is added at both ends, so the image grows by twice as
    much.""",
    {"size + 2 * padding": "size + padding"},
)

dilation_ignored = Edit(
    """You took the kernel to be kernel_size pixels long. Dilation spreads its taps: it spans
    dilation * (kernel_size - 1) + 1 pixels.""",
    {"2 * padding - dilation * (kernel_size - 1) - 1": "2 * padding - kernel_size"},
)

dilation_times_kernel_size = Edit(
    """You took the kernel to span dilation * kernel_size pixels. Only the gaps between its
    taps are dilated, and there are kernel_size - 1 of them.""",
    {"2 * padding - dilation * (kernel_size - 1) - 1": "2 * padding - dilation * kernel_size"},
)

the_first_position_forgotten = Edit(
    """You counted the steps between positions. There is one position more than steps: add 1.""",
    {"last_start // stride + 1": "last_start // stride"},
)

rounded_up = Edit(
    """You rounded the division up. A last step that would take the kernel over the edge is
    not made: round down.""",
    {"last_start // stride + 1": "-(-last_start // stride) + 1"},
)

a_float = Edit(
    """You returned a float. A size is an int: divide with //.""",
    {"last_start // stride + 1": "last_start / stride + 1"},
)

nothing_refused = Edit(
    """You returned what the formula gives, whatever it was given. What torch's Conv refuses
    is a ValueError here.""",
    {
        """
        at_least_one = {
            "size": size,
            "kernel_size": kernel_size,
            "stride": stride,
            "dilation": dilation,
        }
        for name, value in at_least_one.items():
            if value < 1:
                raise ValueError(f"{name} is {value}, but must be at least 1")
        if padding < 0:
            raise ValueError(f"padding is {padding}, but must not be negative")
        """: "",
        """
        if last_start < 0:
            raise ValueError(
                f"kernel_size {kernel_size} with dilation {dilation} does not fit"
                f" into size {size} with padding {padding}"
            )
        """: "",
    },
)

the_fit_unchecked = Edit(
    """You did not check whether the kernel fits. One longer than the padded image is a ValueError,
    not a size of 0 or less.""",
    {
        """
        if last_start < 0:
            raise ValueError(
                f"kernel_size {kernel_size} with dilation {dilation} does not fit"
                f" into size {size} with padding {padding}"
            )
        """: "",
    },
)

the_kernel_must_fit_undilated = Edit(
    """You compared kernel_size with the image. What has to fit is the span of the dilated
    kernel, dilation * (kernel_size - 1) + 1.""",
    {"if last_start < 0:": "if kernel_size > size + 2 * padding:"},
)

a_kernel_that_just_fits_refused = Edit(
    """You refused a kernel that is as long as the padded image. It fits, in one position: only a
    longer one is a ValueError.""",
    {"if last_start < 0:": "if last_start <= 0:"},
)

half_the_kernel_on_both_sides = Edit(
    """You added half the kernel on both sides. That is too much for an even kernel: the two
    halves must add up to dilation * (kernel_size - 1).""",
    {
        """
        total = dilation * (kernel_size - 1)
        before = total // 2
        return before, total - before
        """: """
        half = dilation * (kernel_size // 2)
        return half, half
        """,
    },
)

half_the_kernel_undilated = Edit(
    """You added kernel_size // 2 on both sides. That is too much for an even kernel, and too little
    for a dilated one: the two halves must add up to dilation * (kernel_size - 1).""",
    {
        """
        total = dilation * (kernel_size - 1)
        before = total // 2
        return before, total - before
        """: "return kernel_size // 2, kernel_size // 2",
    },
)

same_padding_undilated = Edit(
    """Your same_padding adds up to kernel_size - 1, whatever the dilation. It spreads the taps, so
    what keeps the size is dilation * (kernel_size - 1).""",
    {"total = dilation * (kernel_size - 1)": "total = kernel_size - 1"},
)

the_odd_pixel_dropped = Edit(
    """You rounded both halves down. When there is an odd pixel it has to go somewhere: after.""",
    {"return before, total - before": "return before, before"},
)

the_odd_pixel_before = Edit(
    """You put the odd pixel before the image. Torch puts it after.""",
    {"return before, total - before": "return total - before, before"},
)
