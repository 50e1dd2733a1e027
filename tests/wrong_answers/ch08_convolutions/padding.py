"""Wrong answers to ch08_convolutions/padding, as people write them."""

from katas._dojo.writing.mistakes import instead_of


def check(size, kernel_size, stride, padding, dilation):
    for name, value in [
        ("size", size),
        ("kernel_size", kernel_size),
        ("stride", stride),
        ("dilation", dilation),
    ]:
        if value < 1:
            raise ValueError(f"{name} must be at least 1, got {value}")
    if padding < 0:
        raise ValueError(f"padding must not be negative, got {padding}")


@instead_of("conv_output_size")
def padded_at_one_end(size, kernel_size, stride=1, padding=0, dilation=1):
    """The padding counts once.

    Known: padding_at_one_end.
    """
    check(size, kernel_size, stride, padding, dilation)
    span = dilation * (kernel_size - 1) + 1
    if span > size + padding:
        raise ValueError(f"kernel_size {kernel_size} does not fit")
    return (size + padding - span) // stride + 1


@instead_of("conv_output_size")
def dilation_left_out(size, kernel_size, stride=1, padding=0, dilation=1):
    """The taps lie side by side, whatever the dilation.

    Known: dilation_ignored, the_kernel_must_fit_undilated.
    """
    check(size, kernel_size, stride, padding, dilation)
    if kernel_size > size + 2 * padding:
        raise ValueError(f"kernel_size {kernel_size} is too large")
    return (size - kernel_size + 2 * padding) // stride + 1


@instead_of("conv_output_size")
def rounded_up(size, kernel_size, stride=1, padding=0, dilation=1):
    """A position at which the kernel does not fit any more counts.

    Known: rounded_up.
    """
    check(size, kernel_size, stride, padding, dilation)
    span = dilation * (kernel_size - 1) + 1
    room = size + 2 * padding - span
    if room < 0:
        raise ValueError(f"kernel_size={kernel_size} with dilation={dilation}")
    return -(-room // stride) + 1


@instead_of("conv_output_size")
def nothing_refused(size, kernel_size, stride=1, padding=0, dilation=1):
    """Any numbers will do, and the quotient is rounded towards 0.

    Known: nothing_refused, the_fit_unchecked.
    """
    return int((size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride + 1)


@instead_of("conv_output_size")
def a_kernel_that_just_fits_refused(size, kernel_size, stride=1, padding=0, dilation=1):
    """A kernel as wide as the padded image is refused.

    Known: a_kernel_that_just_fits_refused.
    """
    check(size, kernel_size, stride, padding, dilation)
    width = size + 2 * padding
    reach = dilation * (kernel_size - 1)
    if width - reach <= 1:
        raise ValueError(f"kernel_size {kernel_size} does not fit into {width} pixels")
    return (width - reach - 1) // stride + 1


@instead_of("same_padding")
def half_the_kernel(kernel_size, dilation=1):
    """Both ends get half of the kernel, and dilation does not count.

    Known: half_the_kernel_undilated.
    """
    return kernel_size // 2, kernel_size // 2


@instead_of("same_padding")
def half_the_kernel_first(kernel_size, dilation=1):
    """The odd pixel goes before, and dilation does not count.

    Known: same_padding_undilated, the_odd_pixel_before.
    """
    before = kernel_size // 2
    return before, kernel_size - 1 - before


@instead_of("same_padding")
def odd_pixel_first(kernel_size, dilation=1):
    """The odd pixel goes before.

    Known: the_odd_pixel_before.
    """
    total = dilation * (kernel_size - 1)
    after = total // 2
    return total - after, after


@instead_of("same_padding")
def each_half_dilated(kernel_size, dilation=1):
    """The halves are taken first, and then dilated.

    Known: nothing.
    """
    before = (kernel_size - 1) // 2
    after = kernel_size - 1 - before
    return dilation * before, dilation * after
