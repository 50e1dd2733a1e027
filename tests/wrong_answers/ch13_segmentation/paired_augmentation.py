"""Wrong answers to ch13_segmentation/paired_augmentation, as people write them."""

import torch
import torch.nn.functional as F  # noqa: N812

from katas._dojo.writing.mistakes import instead_of


def _warp(x, theta, mode="bilinear"):
    grid = F.affine_grid(theta.expand(x.shape[0], 2, 3), x.shape, align_corners=False)
    return F.grid_sample(x, grid, mode=mode, padding_mode="border", align_corners=False)


def _noisy(x, noise, generator):
    return x + torch.empty_like(x).normal_(0, 1, generator=generator) * noise


@instead_of("augment")
@torch.no_grad()
def one_call_each(images, masks, draw_matrix, noise, generator):
    """Each has a matrix of its own.

    Known: a_matrix_for_each.
    """
    moved = _warp(images, draw_matrix())
    label = _warp(masks.to(images.dtype), draw_matrix())
    return _noisy(moved, noise, generator), label > 0.5


@instead_of("augment")
def as_printed(images, masks, draw_matrix, noise, generator):
    """Whoever needs a gradient keeps the graph.

    Known: gradients_kept_of_the_book.
    """
    theta = draw_matrix()
    moved = _warp(images, theta)
    label = _warp(masks.to(images.dtype), theta)
    return _noisy(moved, noise, generator), label > 0.5


@instead_of("augment")
@torch.no_grad()
def noisy_first_and_touched(images, masks, draw_matrix, noise, generator):
    """Noise is resampled, and a mask is True wherever it is touched.

    Known: noise_before, anything_is_enough.
    """
    theta = draw_matrix()
    moved = _warp(_noisy(images, noise, generator), theta)
    return moved, _warp(masks.to(images.dtype), theta) > 0


@instead_of("augment")
@torch.no_grad()
def floats_for_masks(images, masks, draw_matrix, noise, generator):
    """Masks stay fractions.

    Known: a_fraction_for_a_mask.
    """
    theta = draw_matrix()
    label = _warp(masks.to(images.dtype), theta)
    return _noisy(_warp(images, theta), noise, generator), label


@instead_of("augment")
@torch.no_grad()
def nearest_for_masks(images, masks, draw_matrix, noise, generator):
    """Masks are read at the nearest pixel.

    Known: the_nearest_pixel_for_masks.
    """
    theta = draw_matrix()
    label = _warp(masks.to(images.dtype), theta, "nearest").bool()
    return _noisy(_warp(images, theta), noise, generator), label


@instead_of("augment")
def all_in_one(images, masks, draw_matrix, noise, generator):
    """The mask is one more channel, with noise like any other.

    Known: noise_on_the_masks.
    """
    out = torch.cat([images, masks.to(images.dtype)], 1)
    m = draw_matrix()[None].repeat(len(images), 1, 1)
    grid = F.affine_grid(m, images.shape, align_corners=False)
    out = F.grid_sample(out, grid, padding_mode="border", align_corners=False)
    out = out + noise * torch.randn(out.shape, generator=generator, dtype=out.dtype).to(out)
    return out[:, :-1].detach(), out[:, -1:].detach() > 0.5


@instead_of("augment")
@torch.no_grad()
def nearest(images, masks, draw_matrix, noise, generator):
    """Masks are classes, so the nearest pixel is read; the noise is uniform.

    Known: the_nearest_pixel_for_masks, uniform_noise.
    """
    m = draw_matrix()[None].repeat(len(images), 1, 1)
    grid = F.affine_grid(m, images.shape, align_corners=False)
    y = masks.to(images.dtype)
    x = F.grid_sample(images, grid, padding_mode="border", align_corners=False)
    y = F.grid_sample(y, grid, mode="nearest", padding_mode="border", align_corners=False)
    drawn = torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device)
    return x + noise * drawn, y > 0.5
