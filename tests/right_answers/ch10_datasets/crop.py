"""Right answers to ch10_datasets/crop, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A centre has as many axes as a crop.": [
        (", strict=True", ""),
        ("strict=True", "strict=False"),
    ],
    "The larger and the smaller of two are so in any order.": [
        ("min(max(start, 0), size - width)", "min(size - width, max(start, 0))"),
        ("max(start, 0)", "max(0, start)"),
    ],
}


@instead_of("crop")
def the_code_of_the_book_with_whole_halves(hu, center_irc, width_irc):
    slice_list = []
    for axis, center_val in enumerate(center_irc):
        start_ndx = center_val - width_irc[axis] // 2
        end_ndx = start_ndx + width_irc[axis]
        if start_ndx < 0:
            start_ndx = 0
            end_ndx = width_irc[axis]
        if end_ndx > hu.shape[axis]:
            end_ndx = hu.shape[axis]
            start_ndx = end_ndx - width_irc[axis]
        if start_ndx < 0:
            raise ValueError(f"{width_irc[axis]} of {hu.shape[axis]} voxels on axis {axis}")
        slice_list.append(slice(start_ndx, end_ndx))
    return hu[tuple(slice_list)].clone()


@instead_of("crop")
def by_lists_of_places(hu, center_irc, width_irc):
    if any(width > size for width, size in zip(width_irc, hu.shape, strict=True)):
        raise ValueError(f"the scan has the size {tuple(hu.shape)}, the crop {tuple(width_irc)}")
    places = []
    for center, width, size in zip(center_irc, width_irc, hu.shape, strict=True):
        lowest = torch.arange(width) + center - width // 2
        lowest = lowest - min(lowest[0].item(), 0)
        places.append(lowest - max(lowest[-1].item() - size + 1, 0))
    return hu[torch.meshgrid(*places, indexing="ij")]
