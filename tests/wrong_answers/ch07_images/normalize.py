"""Wrong answers to ch07_images/normalize, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


def _images(dataset):
    return torch.stack([img for img, _ in dataset])


@instead_of("channel_stats")
def viewed_without_permute(dataset):
    """The channels are mixed, since they are not the first dimension.

    Known: the_view_of_the_book_on_a_batch.
    """
    imgs = _images(dataset).view(3, -1)
    return imgs.mean(dim=1), imgs.std(dim=1)


@instead_of("channel_stats")
def averages_over_images(dataset):
    """The deviation is a mean of the images' own.

    Known: averaged_over_the_images.
    """
    means = torch.zeros(3)
    stds = torch.zeros(3)
    for img, _ in dataset:
        means = means + img.mean(dim=(1, 2))
        stds = stds + img.std(dim=(1, 2))
    return means / len(dataset), stds / len(dataset)


@instead_of("channel_stats")
def by_the_sum_of_squares(dataset):
    """The variance is a small difference of large numbers, and divided by all values.

    Known: divided_by_n.
    """
    total = total_sq = count = 0
    for img, _ in dataset:
        pixels = img.reshape(3, -1)
        total = total + pixels.sum(1)
        total_sq = total_sq + (pixels**2).sum(1)
        count += pixels.shape[1]
    mean = total / count
    return mean, (total_sq / count - mean**2).sqrt()


@instead_of("channel_stats")
def variance_for_deviation(dataset):
    """The second result is the variance.

    Known: the_variance.
    """
    imgs = _images(dataset).transpose(0, 1).flatten(1)
    return imgs.mean(1), imgs.var(1)


@instead_of("channel_stats")
def over_the_batch_only(dataset):
    """There is a mean for each pixel.

    Known: nothing.
    """
    imgs = _images(dataset)
    return imgs.mean(0), imgs.std(0)


@instead_of("normalize")
def along_the_width(images, mean, std):
    """The statistics are put along the width.

    Known: lined_up_with_the_columns.
    """
    return (images - mean) / std


@instead_of("normalize")
def always_a_batch(images, mean, std):
    """A single image comes back as a batch.

    Known: one_image_becomes_a_batch.
    """
    return (images - mean.view(1, 3, 1, 1)) / std.view(1, 3, 1, 1)


@instead_of("normalize")
def in_place_per_channel(images, mean, std):
    """The images of the caller change.

    Known: in_place.
    """
    for c in range(3):
        images[..., c, :, :].sub_(mean[c]).div_(std[c])
    return images


@instead_of("normalize")
def by_its_own_statistics(images, mean, std):
    """Each image is normalized by itself, if it comes alone.

    Known: by_their_own_numbers.
    """
    if images.dim() == 3:
        mean, std = images.mean((1, 2)), images.std((1, 2))
    return (images - mean[:, None, None]) / std[:, None, None]


@instead_of("denormalize")
def mean_subtracted_again(images, mean, std):
    """The mean is subtracted once more.

    Known: nothing.
    """
    return images * std.reshape(-1, 1, 1) - mean.reshape(-1, 1, 1)


@instead_of("denormalize")
def mean_first(images, mean, std):
    """The mean is added before the deviation is multiplied.

    Known: shifted_before_it_was_scaled.
    """
    return (images + mean.reshape(3, 1, 1)) * std.reshape(3, 1, 1)


@instead_of("denormalize")
def clipped_for_display(images, mean, std):
    """What leaves the range from 0 to 1 is cut off.

    Known: clipped.
    """
    return (images * std[:, None, None] + mean[:, None, None]).clamp(0.0, 1.0)
