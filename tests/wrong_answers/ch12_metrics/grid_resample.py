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


@instead_of("resample")
def air_around(crops, matrix):
    """Outside of the crop there is air.

    Known: air_outside.
    """
    theta = matrix[:3].expand(len(crops), 3, 4)
    grid = F.affine_grid(theta, crops.shape, align_corners=False)
    return F.grid_sample(crops + 1000, grid, align_corners=False) - 1000


@instead_of("resample")
def slice_by_slice(crops, matrix):
    """Each slice is resampled by itself, so z is never looked at.

    Known: nothing.
    """
    theta = matrix[:2, [0, 1, 3]].expand(len(crops), 2, 3)
    grid = F.affine_grid(theta, crops[:, :, 0].shape, align_corners=False)
    slices = [
        F.grid_sample(it, grid, padding_mode="border", align_corners=False)
        for it in crops.unbind(2)
    ]
    return torch.stack(slices, 2)


@instead_of("resample")
def a_grid_by_hand(crops, matrix):
    """The grid goes from centre to centre.

    Known: corners_in_the_grid_alone.
    """
    along = [torch.linspace(-1, 1, n, dtype=matrix.dtype) for n in crops.shape[2:]]
    z, y, x = torch.meshgrid(*along, indexing="ij")
    points = torch.stack([x, y, z, torch.ones_like(x)], -1)
    grid = (points @ matrix[:3].T).expand(len(crops), -1, -1, -1, -1)
    return F.grid_sample(crops, grid, padding_mode="border", align_corners=False)


@instead_of("resample")
def channel_by_channel(crops, matrix):
    """Channels are crops of their own, and around them is water.

    Known: water_outside.
    """
    flat = crops.flatten(0, 1)[:, None]
    theta = matrix[:3].expand(len(flat), 3, 4)
    grid = F.affine_grid(theta, flat.shape, align_corners=False)
    return F.grid_sample(flat, grid, align_corners=False).view_as(crops)
