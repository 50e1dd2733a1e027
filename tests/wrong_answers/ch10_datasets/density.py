"""Wrong answers to ch10_datasets/density, as people write them."""

import torch
import torch.nn.functional as F  # noqa: N812

from katas._dojo.writing.mistakes import instead_of


@instead_of("to_density")
def overflowing(hu):
    """Metal is added to in int16.

    Known: added_in_int16.
    """
    d = (hu + 1000) / 1000
    return torch.clamp(d, min=0).to(torch.float32)


@instead_of("to_density")
def negative(hu):
    """Where the scanner did not look it is lighter than air.

    Known: lighter_than_air.
    """
    return hu.to(torch.float32) / 1000.0 + 1.0


@instead_of("to_hounsfield")
def cut_off(density):
    """Decimals are cut off.

    Known: truncated.
    """
    return ((density - 1.0) * 1000).to(torch.int16)


@instead_of("pad_with_air")
def zeros_around(hu, width):
    """It pads with water.

    Known: padded_with_water.
    """
    return F.pad(hu, (width, width, width, width, width, width))


@instead_of("to_hounsfield")
def no_offset_no_dtype(density):
    """Water is 1000, in floats.

    Known: water_is_a_thousand, units_in_floats.
    """
    return torch.round(density * 1000)
