"""Wrong answers to ch12_metrics/grid_resample, as people write them."""

import torch
import torch.nn.functional as F  # noqa: N812

from katas._dojo.writing.mistakes import instead_of


@instead_of("resample")
def without_padding_mode(crops, matrix):
    """Outside of the crop there is 0, which is water.

    Known: water_outside.
    """
    theta = matrix[:3].unsqueeze(0).repeat(crops.size(0), 1, 1)
    grid = F.affine_grid(theta, crops.size(), align_corners=False)
    return F.grid_sample(crops, grid, align_corners=False)


@instead_of("resample")
def corners_in_one(crops, matrix):
    """The grid goes from centre to centre, and is read from edge to edge.

    Known: corners_in_the_grid_alone.
    """
    theta = matrix[None, :3].expand(crops.shape[0], -1, -1)
    grid = F.affine_grid(theta, list(crops.shape), align_corners=True)
    return F.grid_sample(crops, grid, mode="bilinear", padding_mode="border", align_corners=False)


@instead_of("resample")
def corners_in_both(crops, matrix):
    """The outer centres are at -1 and 1.

    Known: corners_in_both.
    """
    theta = torch.stack([matrix[:3]] * len(crops))
    grid = F.affine_grid(theta, crops.shape, align_corners=True)
    return F.grid_sample(crops, grid, padding_mode="border", align_corners=True)


@instead_of("resample")
def the_other_way_and_nearest(crops, matrix):
    """The matrix is inverted, and nothing lies between two voxels.

    Known: the_inverse, the_nearest_voxel.
    """
    theta = torch.linalg.inv(matrix)[:3].expand(len(crops), -1, -1)
    grid = F.affine_grid(theta, crops.shape, align_corners=False)
    return F.grid_sample(crops, grid, mode="nearest", padding_mode="border", align_corners=False)
