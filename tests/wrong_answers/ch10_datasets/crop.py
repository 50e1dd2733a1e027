"""Wrong answers to ch10_datasets/crop, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


def _refuse(hu, width_irc):
    for size, width in zip(hu.shape, width_irc, strict=True):
        if size < width:
            raise ValueError(f"cannot take {width} out of {size}")


@instead_of("crop")
def typed_in_from_the_book(hu, center_irc, width_irc):
    """Half an odd width is rounded, now up, now down.

    Known: half_of_an_odd_width_rounded.
    """
    _refuse(hu, width_irc)
    slice_list = []
    for axis, center_val in enumerate(center_irc):
        start_ndx = int(round(center_val - width_irc[axis] / 2))  # noqa: RUF046
        end_ndx = int(start_ndx + width_irc[axis])
        if start_ndx < 0:
            start_ndx = 0
            end_ndx = int(width_irc[axis])
        if end_ndx > hu.shape[axis]:
            end_ndx = hu.shape[axis]
            start_ndx = int(hu.shape[axis] - width_irc[axis])
        slice_list.append(slice(start_ndx, end_ndx))
    return hu[tuple(slice_list)]


@instead_of("crop")
def slices_alone(hu, center_irc, width_irc):
    """Slices end where the scan ends, and begin from behind below 0.

    Known: from_the_other_end, less_at_the_end.
    """
    _refuse(hu, width_irc)
    i, r, c = (center - width // 2 for center, width in zip(center_irc, width_irc, strict=True))
    return hu[i : i + width_irc[0], r : r + width_irc[1], c : c + width_irc[2]]


@instead_of("crop")
def cut_at_both_ends(hu, center_irc, width_irc):
    """What lies outside is left out.

    Known: less_at_the_start, less_at_the_end.
    """
    _refuse(hu, width_irc)
    slices = []
    for center, width, size in zip(center_irc, width_irc, hu.shape, strict=True):
        start = center - width // 2
        slices.append(slice(max(0, start), min(start + width, size)))
    return hu[slices[0], slices[1], slices[2]]


@instead_of("crop")
def padded_with_air(hu, center_irc, width_irc):
    """What lies outside is filled.

    Known: filled_up.
    """
    _refuse(hu, width_irc)
    pads = [width for width in reversed(width_irc) for _ in range(2)]
    padded = torch.nn.functional.pad(hu, pads, value=-1000)
    for axis, (center, width) in enumerate(zip(center_irc, width_irc, strict=True)):
        padded = padded.narrow(axis, center + width - width // 2, width)
    return padded


@instead_of("crop")
def as_much_before_as_behind(hu, center_irc, width_irc):
    """An odd width loses a voxel.

    Known: half_of_it_on_either_side.
    """
    parts = []
    for center, width, size in zip(center_irc, width_irc, hu.shape, strict=True):
        if width > size:
            raise ValueError(f"{width} voxels of {size}")
        start, end = center - width // 2, center + width // 2
        if start < 0:
            start, end = 0, end - start
        if end > size:
            start, end = start - (end - size), size
        parts.append(slice(start, end))
    return hu[tuple(parts)]
