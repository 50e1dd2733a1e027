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


@instead_of("quantize")
def never_quite_zero(weight):
    """A small number keeps the scale from 0.

    Known: zeros_over_zero, over_the_edge_in_bfloat16.
    """

    scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
    return torch.clamp(torch.round(weight / scale), -128, 127).to(torch.int8), scale


@instead_of("quantize")
def halves_up_by_the_largest(weight):
    """A half is added and cut off, and signs are forgotten.

    Known: halves_upwards, the_largest_alone.
    """

    scale = weight.max(dim=1, keepdim=True).values / 127
    scale[scale == 0] = 1
    q = torch.floor(weight / scale + 0.5).clamp(-127, 127)
    return q.to(torch.int8), scale


@instead_of("quantize")
def the_whole_range(weight):
    """The range has 255 steps.

    Known: from_the_smallest_to_the_largest.
    """

    low, high = weight.amin(1, keepdim=True), weight.amax(1, keepdim=True)
    scale = (high - low) / 255
    scale = torch.where(scale > 0, scale, torch.ones_like(scale))
    return (weight / scale).round().clamp(-128, 127).char(), scale


@instead_of("quantize")
def zero_altogether(weight):
    """A weight of zeros is looked for, not a row.

    Known: zeros_over_zero, over_the_edge_in_bfloat16.
    """

    if weight.abs().max() == 0:
        return torch.zeros_like(weight, dtype=torch.int8), torch.ones(weight.shape[0], 1)
    scale = weight.abs().amax(1, keepdim=True) / 127
    return (weight / scale).round().to(torch.int8), scale


@instead_of("dequantize")
def into_new_floats(quantized, scale):
    """Rows are written into float32.

    Known: in_float32.
    """

    out = torch.zeros(quantized.shape)
    for i in range(quantized.shape[0]):
        out[i] = quantized[i] * scale[i]
    return out


@instead_of("dequantize")
def floats_first(quantized, scale):
    """A scale in bfloat16 comes back as float32.

    Known: float32_beside_bfloat16.
    """
    return quantized.float() * scale


@instead_of("quantize")
def safe_from_zero(weight):
    """A little is added where it is divided.

    Known: a_little_on_every_scale.
    """
    scale = weight.abs().amax(1, keepdim=True) / 127
    return (weight / (scale + 1e-12)).round().clamp(-127, 127).to(torch.int8), scale
