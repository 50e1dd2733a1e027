"""Known wrong answers to ch08_convolutions/padding."""

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch08_convolutions.padding import conv_output_size, same_padding


@instead_of("conv_output_size")
def padding_at_one_end(size, kernel_size, stride=1, padding=0, dilation=1):
    """You counted the padding once. It is added at both ends, so the image grows by twice as
    much."""
    conv_output_size(size, kernel_size, stride, padding, dilation)
    return max(0, size + padding - dilation * (kernel_size - 1) - 1) // stride + 1


@instead_of("conv_output_size")
def rounded_up(size, kernel_size, stride=1, padding=0, dilation=1):
    """You rounded the division up. A last step that would take the kernel over the edge is
    not made: round down."""
    steps = conv_output_size(size, kernel_size, 1, padding, dilation) - 1
    conv_output_size(size, kernel_size, stride, padding, dilation)
    return -(-steps // stride) + 1


@instead_of("conv_output_size")
def the_first_position_forgotten(size, kernel_size, stride=1, padding=0, dilation=1):
    """You counted the steps between positions. There is one position more than steps: add 1."""
    return conv_output_size(size, kernel_size, stride, padding, dilation) - 1


@instead_of("conv_output_size")
def one_added_before_the_division(size, kernel_size, stride=1, padding=0, dilation=1):
    """You divided the number of positions by the stride. Divide the steps between them, and
    add 1 afterwards: the first position costs no stride."""
    positions = conv_output_size(size, kernel_size, 1, padding, dilation)
    conv_output_size(size, kernel_size, stride, padding, dilation)
    return positions // stride


@instead_of("conv_output_size")
def dilation_ignored(size, kernel_size, stride=1, padding=0, dilation=1):
    """You took the kernel to be kernel_size pixels long. Dilation spreads its taps: it spans
    dilation * (kernel_size - 1) + 1 pixels."""
    conv_output_size(size, 1, stride, padding, dilation)
    return conv_output_size(size, kernel_size, stride, padding)


@instead_of("conv_output_size")
def dilation_times_kernel_size(size, kernel_size, stride=1, padding=0, dilation=1):
    """You took the kernel to span dilation * kernel_size pixels. Only the gaps between its
    taps are dilated, and there are kernel_size - 1 of them."""
    conv_output_size(size, kernel_size, stride, padding, dilation)
    return conv_output_size(size, dilation * kernel_size, stride, padding)


@instead_of("conv_output_size")
def padding_before_stride(size, kernel_size, padding=0, stride=1, dilation=1):
    """Your arguments stand in another order. As in torch's Conv, stride comes before padding."""
    return conv_output_size(size, kernel_size, stride, padding, dilation)


@instead_of("conv_output_size")
def nothing_refused(size, kernel_size, stride=1, padding=0, dilation=1):
    """You returned what the formula gives, whatever it was given. What torch's Conv refuses
    is a ValueError here."""
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


@instead_of("conv_output_size")
def an_empty_output(size, kernel_size, stride=1, padding=0, dilation=1):
    """You returned 0 for a kernel that does not fit. Torch's Conv refuses it, so raise a
    ValueError."""
    try:
        return conv_output_size(size, kernel_size, stride, padding, dilation)
    except ValueError as error:
        if "does not fit" in str(error):
            return 0
        raise


@instead_of("conv_output_size")
def only_an_empty_output_refused(size, kernel_size, stride=1, padding=0, dilation=1):
    """You checked that the result is at least 1, which negative values and zeros can slip
    through. Check each argument before you compute."""
    result = (size + 2 * padding - dilation * (kernel_size - 1) - 1) // (stride or 1) + 1
    if result < 1:
        raise ValueError(f"kernel_size {kernel_size}, stride {stride}: nothing comes out")
    return result


@instead_of("conv_output_size")
def the_kernel_must_fit_without_padding(size, kernel_size, stride=1, padding=0, dilation=1):
    """You compared the kernel with the bare image. It has to fit into the padded one."""
    if dilation * (kernel_size - 1) >= size:
        raise ValueError(f"kernel_size {kernel_size} does not fit into size {size}")
    return conv_output_size(size, kernel_size, stride, padding, dilation)


@instead_of("conv_output_size")
def an_exact_fit_refused(size, kernel_size, stride=1, padding=0, dilation=1):
    """You refused a kernel just as long as the padded image. It fits, in one position."""
    result = conv_output_size(size, kernel_size, stride, padding, dilation)
    if size + 2 * padding == dilation * (kernel_size - 1) + 1:
        raise ValueError(f"kernel_size {kernel_size} does not fit into size {size}")
    return result


@instead_of("conv_output_size")
def the_kernel_must_fit_undilated(size, kernel_size, stride=1, padding=0, dilation=1):
    """You compared kernel_size with the image. What has to fit is the span of the dilated
    kernel, dilation * (kernel_size - 1) + 1."""
    conv_output_size(size, kernel_size, stride, padding)
    conv_output_size(size, 1, stride, padding, dilation)
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


@instead_of("conv_output_size")
def the_bare_size_unchecked(size, kernel_size, stride=1, padding=0, dilation=1):
    """You checked the padded image only. An image without a pixel is refused by torch's Conv,
    however much is padded."""
    if size < 1 <= size + 2 * padding:
        return conv_output_size(size + 2 * padding, kernel_size, stride, 0, dilation)
    return conv_output_size(size, kernel_size, stride, padding, dilation)


@instead_of("conv_output_size")
def negative_padding_crops(size, kernel_size, stride=1, padding=0, dilation=1):
    """You let negative padding cut pixels off. Torch's Conv refuses it."""
    if padding < 0:
        return conv_output_size(size + 2 * padding, kernel_size, stride, 0, dilation)
    return conv_output_size(size, kernel_size, stride, padding, dilation)


@instead_of("conv_output_size")
def a_dilation_of_zero(size, kernel_size, stride=1, padding=0, dilation=1):
    """You let a dilation of 0 pass. Its taps would all fall on one pixel: torch's Conv
    refuses it, for a kernel of one tap too."""
    if dilation == 0:
        return conv_output_size(size, 1, stride, padding)
    return conv_output_size(size, kernel_size, stride, padding, dilation)


@instead_of("conv_output_size")
def a_float(size, kernel_size, stride=1, padding=0, dilation=1):
    """You returned a float. A size is an int: divide with //."""
    return float(conv_output_size(size, kernel_size, stride, padding, dilation))


@instead_of("conv_output_size")
def an_error_that_names_nothing(size, kernel_size, stride=1, padding=0, dilation=1):
    """Your error does not say which argument is wrong. Name it: whoever reads the message has
    to find it."""
    try:
        return conv_output_size(size, kernel_size, stride, padding, dilation)
    except ValueError:
        raise ValueError("invalid arguments") from None


@instead_of("conv_output_size")
def an_assertion(size, kernel_size, stride=1, padding=0, dilation=1):
    """You stated what must hold with assert. That vanishes under python -O, and is not the
    ValueError that a caller waits for: raise ValueError."""
    try:
        return conv_output_size(size, kernel_size, stride, padding, dilation)
    except ValueError as error:
        raise AssertionError(str(error)) from None


@instead_of("same_padding")
def the_odd_pixel_before(kernel_size, dilation=1):
    """You put the odd pixel before the image. Torch puts it after."""
    return same_padding(kernel_size, dilation)[::-1]


@instead_of("same_padding")
def half_the_kernel_on_both_sides(kernel_size, dilation=1):
    """You added half the kernel on both sides. That is one pixel too many for an even kernel:
    the two halves must add up to dilation * (kernel_size - 1)."""
    half = dilation * kernel_size // 2 if kernel_size % 2 == 0 else dilation * (kernel_size // 2)
    return half, half


@instead_of("same_padding")
def the_odd_pixel_dropped(kernel_size, dilation=1):
    """You rounded both halves down. When there is an odd pixel it has to go somewhere: after."""
    half = dilation * (kernel_size - 1) // 2
    return half, half


@instead_of("same_padding")
def undilated(kernel_size, dilation=1):
    """You left the dilation out. The dilated kernel reaches dilation times as far."""
    return same_padding(kernel_size)


@instead_of("same_padding")
def dilation_after_halving(kernel_size, dilation=1):
    """You halved first and dilated the halves. Halve dilation * (kernel_size - 1): the halves
    then differ by one pixel at most."""
    before, after = same_padding(kernel_size)
    return dilation * before, dilation * after


@instead_of("same_padding")
def the_whole_span(kernel_size, dilation=1):
    """You padded for the pixels that the kernel spans. A kernel of one pixel needs none: it is
    the span less 1 that is missing."""
    total = dilation * (kernel_size - 1) + 1
    return total // 2, total - total // 2


@instead_of("same_padding")
def floats(kernel_size, dilation=1):
    """You divided with /, which gives floats. Pixels are counted in ints: divide with //."""
    before, after = same_padding(kernel_size, dilation)
    return float(before), float(after)


@instead_of("same_padding")
def a_list(kernel_size, dilation=1):
    """You returned a list. The two numbers are a tuple."""
    return list(same_padding(kernel_size, dilation))
