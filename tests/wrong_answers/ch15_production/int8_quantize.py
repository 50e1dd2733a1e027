"""Wrong answers to ch15_production/int8_quantize, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("quantize")
def like_the_notebook(weight):
    """The range is 127.5 on either side.

    Known: half_a_step_too_many_as_in_the_book.
    """
    low, high = weight.amin(dim=1), weight.amax(dim=1)
    largest = torch.maximum(-low, high)
    scale = largest / (float(127 - -128) / 2)
    scale = torch.where(scale == 0, torch.ones_like(scale), scale).view(weight.shape[0], -1)
    out = torch.round(weight / scale)
    return torch.clamp(out, -127, 127).to(torch.int8), scale


@instead_of("quantize")
def one_for_all(weight):
    """There is one scale.

    Known: one_scale_for_all.
    """
    largest = weight.abs().max()
    scale = largest / 127 if largest > 0 else torch.ones_like(largest)
    q = torch.clamp(torch.round(weight / scale), -127, 127).to(torch.int8)
    return q, scale.repeat(weight.shape[0], 1)


@instead_of("quantize")
def zeros_forgotten(weight):
    """A row of zeros is divided by zero.

    Known: zeros_over_zero.
    """
    scale = weight.abs().max(dim=1, keepdim=True).values / 127.0
    return torch.round(weight / scale).clamp(-127, 127).to(torch.int8), scale


@instead_of("quantize")
def cut_off_and_flat(weight):
    """Decimals are cut off, and the scales have one dimension.

    Known: truncated, a_scale_without_its_dimension.
    """
    scale = weight.abs().amax(1) / 127
    scale[scale == 0] = 1
    return (weight / scale[:, None]).clamp(-127, 127).to(torch.int8), scale
