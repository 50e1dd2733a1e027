"""Known wrong answers to ch03_tensors/to_gray."""

from katas._dojo.writing.mistakes import Edit

held_to_the_columns = Edit(
    """Your weights, [C], met the columns: sizes are lined up on the right, so [C] meets W. That is
    an error unless W is C, and then nobody tells you. Give them the shape [C, 1, 1].""",
    {"weights[:, None, None]": "weights"},
)

held_to_the_rows = Edit(
    """Your weights, [C, 1], met the rows: one more None puts them where the channels are.""",
    {"weights[:, None, None]": "weights[:, None]"},
)

held_to_the_images = Edit(
    """Your weights, [C, 1, 1, 1], met the images of a batch: the channels are third from the end,
    so [C, 1, 1].""",
    {"weights[:, None, None]": "weights[:, None, None, None]"},
)

a_plain_mean = Edit(
    """Your channels all count alike. Each has its own weight.""",
    {"(images * weights[:, None, None]).sum(-3)": "images.mean(-3)"},
)

a_mean_of_products = Edit(
    """You took the mean of the products, so that all pixels are too small by the number of
    channels. Add them up.""",
    {".sum(-3)": ".mean(-3)"},
)

divided_by_the_sum = Edit(
    """You divided by the sum of the weights. Weights of any sum count as they are.""",
    {".sum(-3)": ".sum(-3) / weights.sum()"},
)

the_first_dimension = Edit(
    """You summed over the first dimension, which in a batch counts images. The channels are third
    from the end: -3.""",
    {"(-3)": "(0)"},
)

the_second_dimension = Edit(
    """You summed over the second dimension, which in a single image are the rows. The channels are
    third from the end: -3.""",
    {"(-3)": "(1)"},
)

the_dimension_kept = Edit(
    """Your gray images have one channel, [..., 1, H, W]. They are to have none, [..., H, W].""",
    {"(-3)": "(-3, keepdim=True)"},
)

images_overwritten = Edit(
    """You multiplied the images themselves: whoever holds them has lost the colours. * makes a new
    tensor, *= and mul_ do not.""",
    {"images * weights[:, None, None]": "images.mul_(weights[:, None, None])"},
)

one_image_only = Edit(
    """Your equation knows a single image, with three dimensions and no more. Three dots stand for
    all that come before.""",
    {"...chw,c->...hw": "chw,c->hw"},
)

not_summed = Edit(
    """Your equation multiplies and does not sum: what stands on the right of -> is kept. Leave the
    channels out there.""",
    {"->...hw": "->...chw"},
)

images_summed_too = Edit(
    """You summed over the images of a batch as well: what is missing on the right of -> is summed.
    Put the three dots there, too.""",
    {"->...": "->"},
)

turned_around = Edit(
    """Your images lie on their side: the letters on the right say in which order the dimensions
    come.""",
    {'hw"': 'wh"'},
)

a_batch_only = Edit(
    """Your equation knows a batch, with four dimensions, no fewer and no more. Three dots stand for
    all that come before the channels, and for none.""",
    {"...chw,c->...hw": "nchw,c->nhw"},
)
