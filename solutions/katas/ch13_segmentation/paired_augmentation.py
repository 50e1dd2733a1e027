from collections.abc import Callable

import torch
from torch import Generator, Tensor
from torch.nn.functional import affine_grid, grid_sample


def augment(
    images: Tensor,
    masks: Tensor,
    draw_matrix: Callable[[], Tensor],
    noise: float,
    generator: Generator,
) -> tuple[Tensor, Tensor]:
    with torch.no_grad():
        matrices = draw_matrix().expand(len(images), 2, 3)
        grid = affine_grid(matrices, images.shape, align_corners=False)
        image = _read(images, grid)
        mask = _read(masks.to(images.dtype), grid) > 0.5
        like = {"device": images.device, "dtype": images.dtype}
        image = image + noise * torch.randn(image.shape, generator=generator, **like)
    return image, mask


def _read(images: Tensor, grid: Tensor) -> Tensor:
    return grid_sample(images, grid, padding_mode="border", align_corners=False)
