import torch
from torch import Tensor


def quantize(weight: Tensor) -> tuple[Tensor, Tensor]:
    largest = weight.abs().amax(dim=1, keepdim=True)
    scale = (largest / 127).masked_fill(largest == 0, 1)
    quantized = (weight / scale).round().clamp(-127, 127).to(torch.int8)
    return quantized, scale


def dequantize(quantized: Tensor, scale: Tensor) -> Tensor:
    return quantized * scale
