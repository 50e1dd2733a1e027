from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample


def resample(crops: Tensor, matrix: Tensor) -> Tensor:
    rows = matrix[:3].expand(len(crops), 3, 4)
    grid = affine_grid(rows, crops.shape, align_corners=False)
    return grid_sample(crops, grid, padding_mode="border", align_corners=False)
