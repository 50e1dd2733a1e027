"""Padding (§8.2.1).

A kernel slides over the padded image and gives one output wherever all of it fits.  Its
taps lie ``dilation`` apart, so it spans ``dilation * (kernel_size - 1) + 1`` pixels, and a
stride keeps every ``stride``-th position.  Padding by what the span adds to one pixel keeps
the size.  Height goes its own way, as does width: everything here is per dimension.
"""


def conv_output_size(
    size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    """Return how many outputs torch's Conv gives for ``size`` pixels in one dimension.

    ``padding`` pixels are added at both ends.  Raises ValueError for what torch's Conv
    refuses: a kernel that does not fit into the padded image; ``size``, ``kernel_size``,
    ``stride`` or ``dilation`` below 1; negative ``padding``.  The error names the argument.

    >>> conv_output_size(32, 3)
    30
    """
    raise NotImplementedError


def same_padding(kernel_size: int, dilation: int = 1) -> tuple[int, int]:
    """Return the pixels to add before, then after, so that stride 1 keeps the size.

    As torch's ``padding='same'`` does it: two halves, and an odd pixel goes after.

    >>> same_padding(4)
    (1, 2)
    """
    raise NotImplementedError
