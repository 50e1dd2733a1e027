"""Wrong answers to ch13_segmentation/window_to_rgb, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("window_to_rgb")
def normalize_tensor(hu, low=-1000.0, high=300.0):
    """Each slice has a scale of its own.

    Known: each_slice_its_own_scale_as_in_the_book.
    """
    tensor = hu.unsqueeze(-1).repeat(1, 1, 3)
    min_val, max_val = tensor.min(), tensor.max()
    normalized = (tensor - min_val) / (max_val - min_val)
    return (normalized * 255).clamp(0, 255).byte()


@instead_of("window_to_rgb")
def no_clamp(hu, low=-1000.0, high=300.0):
    """Bytes wrap outside of the window.

    Known: not_cut_off.
    """
    grey = ((hu - low) / (high - low) * 255).to(torch.int64).to(torch.uint8)
    return torch.stack([grey, grey, grey], dim=-1)


@instead_of("window_to_rgb")
def clipped_where_it_lies(hu, low=-1000.0, high=300.0):
    """The slice is cut off itself, and channels come first.

    Known: the_slice_cut_off, channels_first.
    """
    hu[hu < low] = int(low)
    hu[hu > high] = int(high)
    grey = ((hu - low) / (high - low) * 255).byte()
    return torch.stack([grey] * 3)


@instead_of("window_to_rgb")
def for_matplotlib(hu, low=-1000.0, high=300.0):
    """Floats between 0 and 1.

    Known: floats.
    """
    grey = ((hu - low) / (high - low)).clamp(0, 1)
    return torch.stack([grey] * 3, dim=-1)
