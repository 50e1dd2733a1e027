"""Wrong answers to ch10_datasets/hounsfield, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("hounsfield")
def as_the_book_clips_in_place(voxels, low=-1000, high=1000):
    """Voxels that are float32 already are clipped where they lie.

    Known: clipped_where_they_lie.
    """
    hu = voxels.to(torch.float32)
    hu.clamp_(low, high)
    return hu


@instead_of("hounsfield")
def by_a_mask(voxels, low=-1000, high=1000):
    """What lies outside becomes 0, which is water.

    Known: outside_becomes_water.
    """
    hu = voxels.clone().float()
    hu[(hu < low) | (hu > high)] = 0
    return hu


@instead_of("hounsfield")
def no_metal(voxels, low=-1000, high=1000):
    """Only the upper end is cut, at the number of the book, and the dtype stays.

    Known: only_above, always_a_thousand, the_dtype_of_the_scanner.
    """
    out = voxels.clone()
    out[out > 1000] = 1000
    return out


@instead_of("hounsfield")
def between_zero_and_one(voxels, low=-1000, high=1000):
    """Scaled to 0 to 1.

    Known: scaled_to_one.
    """
    x = torch.clip(voxels.float(), low, high)
    return (x - low) / (high - low)


@instead_of("hounsfield")
def by_masks_in_place(voxels, low=-1000, high=1000):
    """The voxels that were given are overwritten.

    Known: written_into_the_voxels.
    """
    voxels[voxels < low] = low
    voxels[voxels > high] = high
    return voxels.to(torch.float32)


@instead_of("hounsfield")
def a_clone_clipped(voxels, low=-1000, high=1000):
    """Whole numbers are cut at fractions.

    Known: cut_before_it_was_converted.
    """
    hu = voxels.clone()
    hu.clip_(low, high)
    return hu.float()
