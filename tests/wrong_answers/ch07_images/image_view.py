"""Wrong answers to ch07_images/image_view, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("for_imshow")
def reshaped_for_imshow(image):
    """The numbers stay in their order, and only the shape is right.

    Known: cut_anew.
    """
    c, h, w = image.size()
    return image.view(h, w, c)


@instead_of("for_imshow")
def first_and_last_exchanged(image):
    """Height and width change places.

    Known: rows_and_columns_exchanged.
    """
    return image.transpose(0, 2)


@instead_of("for_imshow")
def as_numpy(image):
    """The result is an array of NumPy.

    Known: nothing.
    """
    return image.detach().cpu().numpy().transpose(1, 2, 0)


@instead_of("batch_of_one")
def one_dimension(image):
    """The batch dimension is missing.

    Known: the_batch_dimension_swallowed.
    """
    return image.view(-1)


@instead_of("batch_of_one")
def only_unsqueezed(image):
    """The image has a batch dimension, and is not a row.

    Known: not_flattened.
    """
    return image.unsqueeze(0)


@instead_of("batch_of_one")
def pixel_after_pixel(image):
    """The colours of a pixel stand together.

    Known: pixel_by_pixel.
    """
    return image.permute(1, 2, 0).reshape(1, -1)


@instead_of("flatten_batch")
def as_wide_as_cifar(images):
    """The width is written down, so that other images are cut into other rows.

    Known: always_3072.
    """
    return images.view(-1, 3 * 32 * 32)


@instead_of("flatten_batch")
def a_single_row(images):
    """All images stand in one row.

    Known: all_images_in_one_row.
    """
    return torch.flatten(images).unsqueeze(0)


@instead_of("flatten_batch")
def channels_left(images):
    """The channels remain a dimension.

    Known: the_channels_kept.
    """
    return images.flatten(2)


@instead_of("flatten_batch")
def built_from_its_data(images):
    """A new tensor holds the rows, and gradients end there.

    Known: nothing.
    """
    return torch.stack([torch.tensor(img.flatten().tolist(), dtype=img.dtype) for img in images])
