"""Right answers to ch15_production/int8_quantize, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A weight has two dimensions.": [("amax(dim=1, keepdim=True)", "amax(dim=-1, keepdim=True)")],
    "No absolute value is below 0.": [("largest == 0", "largest <= 0")],
}


@instead_of("quantize")
def row_by_row(weight):
    rows, scales = [], []
    for row in weight:
        scale = row.abs().max() / 127
        scale = torch.ones_like(scale) if scale == 0 else scale
        rows.append(torch.clip(torch.round(row / scale), -127, 127))
        scales.append(scale)
    return torch.stack(rows).type(torch.int8), torch.stack(scales).unsqueeze(1)


@instead_of("quantize")
def from_both_ends(weight):
    low, high = weight.aminmax(dim=1, keepdim=True)
    largest = torch.maximum(-low, high)
    scale = torch.where(largest > 0, largest / 127, torch.ones_like(largest))
    steps = torch.round(weight.double() / scale.double()).clamp(min=-127, max=127)
    return steps.char(), scale


@instead_of("dequantize")
def converted_first(quantized, scale):
    return quantized.to(scale.dtype).mul(scale.expand_as(quantized))


@instead_of("dequantize")
def by_a_diagonal(quantized, scale):
    return torch.stack([row.to(scale.dtype) * it for row, it in zip(quantized, scale, strict=True)])
