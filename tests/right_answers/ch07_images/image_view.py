"""Right answers to ch07_images/image_view, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("for_imshow")
def two_transpositions(image):
    return image.transpose(0, 1).transpose(1, 2)


@instead_of("for_imshow")
def channels_stacked_last(image):
    red, green, blue = image
    return torch.stack([red, green, blue], dim=2)


@instead_of("batch_of_one")
def the_view_of_the_book(image):
    return image.view(-1).unsqueeze(0)


@instead_of("batch_of_one")
def flattened_as_a_batch(image):
    return image[None].flatten(1)


@instead_of("flatten_batch")
def the_batch_view_of_the_book(images):
    return images.view(images.shape[0], -1)


@instead_of("flatten_batch")
def one_image_at_a_time(images):
    return torch.stack([image.ravel() for image in images])
