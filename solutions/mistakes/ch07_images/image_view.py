"""Known wrong answers to ch07_images/image_view."""

from katas._dojo.writing.mistakes import Edit

cut_anew = Edit(
    """You used view or reshape for matplotlib. They leave the numbers in their order, so three reds
    in a row become the three colours of one pixel: move the dimensions, with permute.""",
    {"image.permute(1, 2, 0)": "image.reshape(image.shape[1], image.shape[2], 3)"},
)

rows_and_columns_exchanged = Edit(
    """Your picture lies on its side: rows and columns are exchanged. Channels go last, height and
    width keep their order.""",
    {"permute(1, 2, 0)": "permute(2, 1, 0)"},
)

permuted_the_other_way = Edit(
    """You moved the last dimension to the front, which is what makes [3, H, W] of [H, W, 3]. Here
    the first goes to the end.""",
    {"permute(1, 2, 0)": "permute(2, 0, 1)"},
)

left_channels_first = Edit(
    """You left the channels in front. Matplotlib wants them last.""",
    {"image.permute(1, 2, 0)": "image"},
)

blue_green_red = Edit(
    """Your pixels are blue, green, red. Leave their colours in the order that they have.""",
    {"image.permute(1, 2, 0)": "image.flip(0).permute(1, 2, 0)"},
)

bytes_for_the_eye = Edit(
    """You multiplied by 255 for matplotlib. It takes floats from 0 to 1 as they are: change nothing
    but the order.""",
    {"image.permute(1, 2, 0)": "image.permute(1, 2, 0) * 255"},
)

the_batch_dimension_swallowed = Edit(
    """Your image has become a row without a batch, [3 * H * W]. A model takes batches: [1, 3 * H *
    W].""",
    {"image.reshape(1, -1)": "image.reshape(-1)"},
)

not_flattened = Edit(
    """You made a batch of one image, and left the image [3, H, W]. A fully connected model takes
    rows.""",
    {"image.reshape(1, -1)": "image.unsqueeze(0)"},
)

each_channel_a_sample = Edit(
    """You made three rows of one image, one for each channel. The first dimension counts samples:
    it is 1.""",
    {"image.reshape(1, -1)": "image.flatten(1)"},
)

each_number_a_sample = Edit(
    """You made each number a sample, in a column. The first dimension counts samples: it is 1.""",
    {"image.reshape(1, -1)": "image.reshape(-1, 1)"},
)

pixel_by_pixel = Edit(
    """You flattened the image pixel by pixel. Its numbers stay in their order: all of red, then
    green, then blue.""",
    {"image.reshape(1, -1)": "image.permute(1, 2, 0).reshape(1, -1)"},
)

all_images_in_one_row = Edit(
    """You made one row of the whole batch. Each image has its own: keep the first dimension.""",
    {"images.flatten(start_dim=1)": "images.reshape(1, -1)"},
)

always_3072 = Edit(
    """Your rows are 3072 long, whatever the images. A larger one becomes several samples, and
    nothing says so: keep the first dimension, and let torch find the other.""",
    {"images.flatten(start_dim=1)": "images.reshape(-1, 3072)"},
)

the_channels_kept = Edit(
    """You flattened the pixels and kept the channels, [N, 3, H * W]. A row holds all three.""",
    {"start_dim=1": "start_dim=2"},
)

images_mixed = Edit(
    """Your rows mix the images. The first dimension is N already: keep it, instead of cutting all
    numbers anew and transposing.""",
    {"images.flatten(start_dim=1)": "images.reshape(-1, len(images)).t()"},
)
