"""Right answers to ch10_datasets/density, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("to_density")
def cut_first(hu):
    return torch.maximum(hu, hu.new_tensor(-1000)).to(torch.float32) / 1000 + 1


@instead_of("to_density")
def by_where(hu):
    grams = hu.to(torch.float32).add(1000).mul(0.001)
    return torch.where(hu > -1000, grams, torch.zeros_like(grams))


@instead_of("to_hounsfield")
def half_added(density):
    return ((density - 1) * 1000 + 0.5).floor().short()


@instead_of("to_hounsfield")
def in_float64(density):
    return torch.round(1000 * (density.double() - 1)).type(torch.int16)


@instead_of("pad_with_air")
def into_a_scan_of_air(hu, width):
    depth, rows, columns = hu.shape
    shape = depth + 2 * width, rows + 2 * width, columns + 2 * width
    air = torch.full(shape, -1000, dtype=hu.dtype, device=hu.device)
    air[width : width + depth, width : width + rows, width : width + columns] = hu
    return air


@instead_of("pad_with_air")
def by_a_layer(hu, width):
    return nn.ConstantPad3d(width, -1000)(hu)
