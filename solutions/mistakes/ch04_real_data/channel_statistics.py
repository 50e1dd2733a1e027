"""Known wrong answers to ch04_real_data/channel_statistics."""

from katas._dojo.writing.mistakes import Edit

over_the_images_only = Edit(
    """You took the statistics over the images alone: each pixel has its own mean, [C, H, W] of
    them. A channel has one: take it over rows and columns, too.""",
    {
        "mean = pixels.mean(dim=(0, 2, 3), keepdim=True)": "mean = pixels.mean(dim=0)",
        "std = pixels.std(dim=(0, 2, 3), keepdim=True)": "std = pixels.std(dim=0)",
    },
)

each_image_by_itself = Edit(
    """You standardised each image by itself. A dark one looks like a bright one so: take the
    statistics over all images of the batch.""",
    {
        "mean = pixels.mean(dim=(0, 2, 3)": "mean = pixels.mean(dim=(2, 3)",
        "std = pixels.std(dim=(0, 2, 3)": "std = pixels.std(dim=(2, 3)",
    },
)

each_image_without_its_channels = Edit(
    """You took one mean and one deviation for each image, over all its channels. Each channel has
    its own, over all images.""",
    {
        "mean = pixels.mean(dim=(0, 2, 3)": "mean = pixels.mean(dim=(1, 2, 3)",
        "std = pixels.std(dim=(0, 2, 3)": "std = pixels.std(dim=(1, 2, 3)",
    },
)

one_number_for_all_channels = Edit(
    """You took one mean and one deviation over all channels. Each channel has its own.""",
    {
        "mean = pixels.mean(dim=(0, 2, 3), keepdim=True)": "mean = pixels.mean()",
        "std = pixels.std(dim=(0, 2, 3), keepdim=True)": "std = pixels.std()",
    },
)

a_view_that_mixes_channels = Edit(
    """You laid the batch out with view(C, -1), or reshape. In [N, C, H, W] each part of the values
    has all colours in it: name the dimensions to average over, or take batch[:, c].""",
    {
        "mean = pixels.mean(dim=(0, 2, 3), keepdim=True)": """
            flat = pixels.reshape(pixels.size(1), -1)
            mean = flat.mean(dim=1)[:, None, None]
        """,
        "std = pixels.std(dim=(0, 2, 3), keepdim=True)": "std = flat.std(dim=1)[:, None, None]",
    },
)

statistics_of_bytes = Edit(
    """You took the statistics of the bytes and used them on numbers from 0 to 1. Take them of the
    very numbers that are standardised.""",
    {"(pixels - mean)": "(pixels / 255 - mean)"},
)

back_into_bytes = Edit(
    """You wrote the standardised numbers back into bytes, which drop fractions and know no numbers
    below 0. Make the batch float first.""",
    {"(pixels - mean) / std": "((pixels - mean) / std).int().to(batch.dtype)"},
)

the_variance = Edit(
    """You divided by the variance. The standard deviation is its square root.""",
    {"pixels.std(": "pixels.var("},
)

divided_by_n = Edit(
    """You divided the squares by the number of values. torch.std divides by one less.""",
    {"pixels.std(dim=(0, 2, 3)": "pixels.std(correction=0, dim=(0, 2, 3)"},
)

divided_before_it_was_shifted = Edit(
    """You divided before you subtracted the mean, which then has another scale. Subtract first.""",
    {"(pixels - mean) / std": "pixels / std - mean"},
)

only_shifted = Edit(
    """You subtracted the mean, and did not divide by the deviation.""",
    {"(pixels - mean) / std": "pixels - mean"},
)

lined_up_with_the_columns = Edit(
    """You lined the statistics up with the columns of the images: shapes are aligned on the right.
    keepdim=True leaves them at [1, C, 1, 1].""",
    {
        "mean = pixels.mean(dim=(0, 2, 3), keepdim=True)": "mean = pixels.mean(dim=(0, 2, 3))",
        "std = pixels.std(dim=(0, 2, 3), keepdim=True)": "std = pixels.std(dim=(0, 2, 3))",
    },
)

in_float64 = Edit(
    """Your result is float64. It is float32, as a model wants it.""",
    {"batch.float()": "batch.double()"},
)

in_place = Edit(
    """You changed the batch that you were given. Whoever owns it has other images now.""",
    {
        "pixels = batch.float()": """
            pixels = batch.float()
            batch -= batch.amin(dim=(0, 2, 3), keepdim=True)
        """,
    },
)

bytes_as_they_are = Edit(
    """You took the mean of bytes, and torch has none: it would be no byte. Make floats of them
    first, by float().""",
    {"batch.float()": "batch"},
)
