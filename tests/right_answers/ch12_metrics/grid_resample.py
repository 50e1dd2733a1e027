"""Right answers to ch12_metrics/grid_resample, written differently."""

import torch
import torch.nn.functional as F  # noqa: N812

from katas._dojo.writing.mistakes import instead_of


@instead_of("resample")
def as_in_the_book(crops, matrix):
    affine_t = F.affine_grid(
        matrix[:3].unsqueeze(0).repeat(crops.shape[0], 1, 1), crops.size(), align_corners=False
    )
    return F.grid_sample(crops, affine_t, padding_mode="border", align_corners=False)


@instead_of("resample")
def a_grid_by_hand(crops, matrix):
    like = {"device": crops.device, "dtype": crops.dtype}
    axes = [(torch.arange(n, **like) * 2 + 1) / n - 1 for n in crops.shape[2:]]
    z, y, x = torch.meshgrid(*axes, indexing="ij")
    points = torch.stack([x, y, z, torch.ones_like(x)], dim=-1)
    grid = (points @ matrix.mT)[..., :3].expand(len(crops), -1, -1, -1, -1)
    return F.grid_sample(crops, grid, padding_mode="border", align_corners=False)


@instead_of("resample")
def one_by_one(crops, matrix):
    shape = (1, *crops.shape[1:])
    grid = F.affine_grid(matrix[None, :3], shape, align_corners=False)
    sampled = [
        F.grid_sample(crop[None], grid, padding_mode="border", align_corners=False)
        for crop in crops
    ]
    return torch.cat(sampled)


@instead_of("resample")
def by_default(crops, matrix):
    grid = F.affine_grid(torch.stack([matrix[:3]] * len(crops)), crops.shape)
    return F.grid_sample(crops, grid, padding_mode="border")
