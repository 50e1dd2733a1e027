"""Known wrong answers to ch07_images/normalize."""

from katas._dojo.writing.mistakes import Edit

the_view_of_the_book_on_a_batch = Edit(
    """You laid a batch out with view(3, -1), or reshape. In [N, 3, H, W] each third of the values
    has all colours in it: the book stacks its images along dim 3, so that channels come first.""",
    {
        "return images.mean(dim=(0, 2, 3)), images.std(dim=(0, 2, 3))": """
            images = images.reshape(3, -1)
            return images.mean(dim=1), images.std(dim=1)
        """,
    },
)

averaged_over_the_images = Edit(
    """You took the deviation of each image and averaged them. How far images differ in brightness
    gets lost so: take it over all values of the channel at once.""",
    {"images.std(dim=(0, 2, 3))": "images.std(dim=(2, 3)).mean(dim=0)"},
)

divided_by_n = Edit(
    """You divided the squares by the number of values. torch.std divides by one less.""",
    {"images.std(dim=(0, 2, 3))": "images.std(dim=(0, 2, 3), correction=0)"},
)

the_variance = Edit(
    """You returned the variance. The standard deviation is its square root.""",
    {"images.std(": "images.var("},
)

one_number_for_all_channels = Edit(
    """You took one mean and one deviation over all channels. Each channel has its own.""",
    {
        "images.mean(dim=(0, 2, 3)), images.std(dim=(0, 2, 3))": (
            "images.mean().expand(3), images.std().expand(3)"
        ),
    },
)

statistics_returned_in_the_other_order = Edit(
    """You returned the standard deviation first. Asked for is the mean, then the deviation.""",
    {
        "images.mean(dim=(0, 2, 3)), images.std(dim=(0, 2, 3))": (
            "images.std(dim=(0, 2, 3)), images.mean(dim=(0, 2, 3))"
        ),
    },
)

mean_and_deviation_swapped = Edit(
    """You subtracted the deviation and divided by the mean. It is the other way round.""",
    {
        "(images - mean[:, None, None]) / std[:, None, None]": (
            "(images - std[:, None, None]) / mean[:, None, None]"
        ),
    },
)

lined_up_with_the_columns = Edit(
    """You lined the three numbers up with the columns of the image: shapes are aligned on the
    right. Give them two more dimensions, [3, 1, 1].""",
    {"(images - mean[:, None, None]) / std[:, None, None]": "(images - mean) / std"},
)

divided_before_it_was_shifted = Edit(
    """You divided before you subtracted the mean, which then has another scale. Subtract first.""",
    {
        "(images - mean[:, None, None]) / std[:, None, None]": (
            "images / std[:, None, None] - mean[:, None, None]"
        ),
    },
)

by_their_own_numbers = Edit(
    """You normalized the images by their own mean and deviation. Then a dark image looks like a
    bright one: use the numbers that you are given.""",
    {
        "(images - mean[:, None, None]) / std[:, None, None]": (
            "(images - images.mean(dim=(-2, -1), keepdim=True))"
            " / images.std(dim=(-2, -1), keepdim=True)"
        ),
    },
)

one_image_becomes_a_batch = Edit(
    """Your one image has become a batch of one. An image of [3, H, W] stays [3, H, W]: give the
    three numbers the shape [3, 1, 1], which suits a batch as well.""",
    {
        "(images - mean[:, None, None]) / std[:, None, None]": (
            "(images - mean.view(1, 3, 1, 1)) / std.view(1, 3, 1, 1)"
        ),
    },
)

in_place = Edit(
    """You normalized the images that you were given in place. Whoever owns them has others now:
    make new ones.""",
    {
        "(images - mean[:, None, None]) / std[:, None, None]": (
            "images.sub_(mean[:, None, None]).div_(std[:, None, None])"
        ),
    },
)

shifted_before_it_was_scaled = Edit(
    """You added the mean before you multiplied. To undo two steps, undo the last one first.""",
    {
        "images * std[:, None, None] + mean[:, None, None]": (
            "(images + mean[:, None, None]) * std[:, None, None]"
        ),
    },
)

clipped = Edit(
    """You cut the values off at 0 and 1. A picture may want that, but normalize does not get back
    what it gave: leave them as they are.""",
    {
        "images * std[:, None, None] + mean[:, None, None]": (
            "(images * std[:, None, None] + mean[:, None, None]).clamp(0, 1)"
        ),
    },
)

statistics_in_float32 = Edit(
    """Your statistics are float32 whatever the dtype of the images. They should have theirs.""",
    {"[image for image, _ in dataset]": "[image.float() for image, _ in dataset]"},
)
