"""Right answers to ch13_segmentation/paired_augmentation, written differently."""

import torch
import torch.nn.functional as F  # noqa: N812

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "There are as many masks as images, as high and as wide, on the same device.": [
        ("expand(len(images)", "expand(len(masks)"),
        ("affine_grid(matrices, images", "affine_grid(matrices, masks"),
        ('{"device": images', '{"device": masks'),
    ],
    "What was resampled is nobody else's.": [("image = image + noise", "image += noise")],
    "Normal numbers are as likely below 0 as above.": [("image + noise", "image - noise")],
    "On the CPU float32 is random enough; on CUDA this raises.": [
        ("generator, **like)", "generator)")
    ],
}


@instead_of("augment")
@torch.no_grad()
def as_in_the_book(input_g, label_g, build_matrix, noise, generator):
    transform_t = build_matrix()
    transform_t = transform_t.expand(input_g.shape[0], -1, -1)
    affine_t = F.affine_grid(transform_t[:, :2], input_g.size(), align_corners=False)

    augmented_input_g = F.grid_sample(input_g, affine_t, padding_mode="border", align_corners=False)
    augmented_label_g = F.grid_sample(
        label_g.to(input_g.dtype), affine_t, padding_mode="border", align_corners=False
    )

    if noise:
        noise_t = torch.empty_like(augmented_input_g).normal_(generator=generator)
        noise_t *= noise
        augmented_input_g += noise_t

    return augmented_input_g, augmented_label_g > 0.5


@instead_of("augment")
def read_together(images, masks, draw_matrix, noise, generator):
    images = images.detach()
    both = torch.cat([images, masks.type_as(images)], dim=1)
    theta = draw_matrix().detach().repeat(len(both), 1, 1)
    grid = F.affine_grid(theta, list(both.shape), align_corners=False)
    both = F.grid_sample(both, grid, padding_mode="border", align_corners=False)
    moved, mask = both.split([images.shape[1], 1], dim=1)
    spread = torch.full_like(moved, noise)
    return torch.normal(moved, spread, generator=generator), mask.gt(0.5)
