"""Known wrong answers to ch13_segmentation/paired_augmentation."""

from katas._dojo.writing.mistakes import Edit

a_matrix_for_each = Edit(
    """You drew one matrix for the images and another for the masks. Then the label lies elsewhere:
    draw once.""",
    {
        "mask = _read(masks.to(images.dtype), grid) > 0.5": """
            matrices = draw_matrix().expand(len(images), 2, 3)
            grid = affine_grid(matrices, images.shape, align_corners=False)
            mask = _read(masks.to(images.dtype), grid) > 0.5
        """
    },
)

a_matrix_for_each_image = Edit(
    """You drew a matrix for each image of the batch. One is for all of them.""",
    {
        "draw_matrix().expand(len(images), 2, 3)": "torch.stack([draw_matrix() for _ in images])",
    },
)

masks_as_they_were = Edit(
    """You left the masks where they were. They go where the images go.""",
    {"mask = _read(masks.to(images.dtype), grid) > 0.5": "mask = masks > 0.5"},
)

noise_on_the_masks = Edit(
    """You put noise on the masks, too. It is for the images alone.""",
    {
        "_read(masks.to(images.dtype), grid) > 0.5": "_read(masks.to(images.dtype), grid)",
        "return image, mask": """
            mask = mask + noise * torch.randn(mask.shape, generator=generator, **like)
            return image, mask > 0.5
        """,
    },
)

a_fraction_for_a_mask = Edit(
    """You returned masks that are fractions where pixels were read in between. Compare them with
    one half: they are of bool.""",
    {"_read(masks.to(images.dtype), grid) > 0.5": "_read(masks.to(images.dtype), grid)"},
)

half_is_enough = Edit(
    """You take exactly one half for True. It has to be more.""",
    {"> 0.5": ">= 0.5"},
)

anything_is_enough = Edit(
    """You take the least touch for True, so that masks grow each time. It has to be more than
    half.""",
    {"> 0.5": "> 0"},
)

zeros_around_images = Edit(
    """You have 0 where an image ends, in Hounsfield units that is water. What lies outside is as
    the pixel at the border.""",
    {"image = _read(images, grid)": "image = grid_sample(images, grid, align_corners=False)"},
)

zeros_around_masks = Edit(
    """You end your masks where the image ends, but the image goes on there as it is at its border:
    so does the mask.""",
    {
        "_read(masks.to(images.dtype), grid)": (
            "grid_sample(masks.to(images.dtype), grid, align_corners=False)"
        )
    },
)

centres_at_1 = Edit(
    """You put the centres of the outer pixels at -1 and 1. It is the edges that lie there:
    align_corners=False in both calls.""",
    {
        "images.shape, align_corners=False": "images.shape, align_corners=True",
        'padding_mode="border", align_corners=False': 'padding_mode="border", align_corners=True',
    },
)

noise_before = Edit(
    """You added the noise before the images were resampled. Then it is smoothed, and weaker than it
    should be: it comes last.""",
    {
        "image = _read(images, grid)": "",
        "image = image + noise * torch.randn(image.shape, generator=generator, **like)": """
            drawn = torch.randn(images.shape, generator=generator, **like)
            image = _read(images + noise * drawn, grid)
        """,
    },
)

the_nearest_pixel_for_masks = Edit(
    """You read your masks at the nearest pixel. They are read in proportion, as the images are, and
    compared with one half.""",
    {
        "_read(masks.to(images.dtype), grid)": (
            'grid_sample(masks.to(images.dtype), grid, "nearest", "border", align_corners=False)'
        )
    },
)

uniform_noise = Edit(
    """You drew the noise from 0 to 1, each number as likely, which makes every pixel lighter. It is
    normal: randn.""",
    {"torch.randn(image": "torch.rand(image"},
)

from_torchs_generator = Edit(
    """You drew from torch's own generator. Take the one that you were given, and runs can be
    repeated.""",
    {"torch.randn(image.shape, generator=generator, **like)": ("torch.randn(image.shape, **like)")},
)

gradients_kept_of_the_book = Edit(
    """You kept the graph of all that was computed, as the book does. Nothing is learned here: work
    under torch.no_grad.""",
    {"torch.no_grad()": "torch.enable_grad()"},
)
