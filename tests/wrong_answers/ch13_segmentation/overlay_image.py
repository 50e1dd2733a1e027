"""Wrong answers to ch13_segmentation/overlay_image, as people write them."""

import torch
from torch.utils.tensorboard import SummaryWriter

from katas._dojo.writing.mistakes import instead_of


@instead_of("overlay")
def typed_from_the_book(hu, predicted, label):
    """The slice is scaled in place.

    Known: scaled_in_place_as_in_the_book.
    """
    hu /= 2000
    hu += 0.5
    image = torch.zeros(*hu.shape, 3, dtype=hu.dtype, device=hu.device)
    image[:] = hu.unsqueeze(-1)
    image[..., 0] += predicted ^ label
    image[..., 1] += (label & ~predicted) * 0.5
    image[..., 1] += label & predicted
    image *= 0.5
    return image.clip(0, 1)


@instead_of("overlay")
def channels_first(hu, predicted, label):
    """Channels come first, and nothing is cut off.

    Known: colours_first, not_cut_off.
    """
    grey = (hu + 1000) / 2000
    image = grey.repeat(3, 1, 1)
    image[0] += (predicted != label).to(hu.dtype)
    image[1] += (predicted & label).to(hu.dtype) + 0.5 * (label & ~predicted).to(hu.dtype)
    return image / 2


@instead_of("overlay")
def clipped_too_early(hu, predicted, label):
    """It is cut off before it is halved.

    Known: cut_off_before_it_is_halved.
    """
    image = torch.stack([hu / 2000 + 0.5] * 3, dim=2)
    image[predicted & label] += torch.tensor([0, 1, 0]).to(image)
    image[predicted & ~label] += torch.tensor([1, 0, 0]).to(image)
    image[~predicted & label] += torch.tensor([1, 0.5, 0]).to(image)
    return image.clamp(min=0, max=1) / 2


@instead_of("log_overlay")
def by_default(log_dir, tag, image, n_seen):
    """The writer takes the image for colours first.

    Known: written_as_colours_first.
    """
    writer = SummaryWriter(log_dir)
    writer.add_image(tag, image, n_seen)
    writer.close()


@instead_of("overlay")
def on_zeros(hu, predicted, label):
    """Zeros are float32.

    Known: always_float32.
    """
    image = torch.zeros(*hu.shape, 3, device=hu.device)
    image += ((hu + 1000) / 2000)[..., None]
    image[..., 1] += predicted & label
    image[..., 0] += predicted ^ label
    image[..., 1] += 0.5 * (label & ~predicted)
    return (image * 0.5).clamp(0, 1)
