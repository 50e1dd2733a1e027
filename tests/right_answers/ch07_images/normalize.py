"""Right answers to ch07_images/normalize, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "It does not matter in which order dimensions are named.": [
        ("images.mean(dim=(0, 2, 3))", "images.mean(dim=(2, 0, 3))"),
        ("images.std(dim=(0, 2, 3))", "images.std(dim=(2, 0, 3))"),
    ],
}


@instead_of("channel_stats")
def as_the_book_stacks_them(dataset):
    imgs = torch.stack([img_t for img_t, _ in dataset], dim=3)
    return imgs.view(3, -1).mean(dim=1), imgs.view(3, -1).std(dim=1)


@instead_of("channel_stats")
def channels_first(dataset):
    images = [dataset[place][0] for place in range(len(dataset))]
    channels = torch.cat([image.flatten(1) for image in images], dim=1)
    std, mean = torch.std_mean(channels, dim=1)
    return mean, std


@instead_of("channel_stats")
def image_by_image(dataset):
    first, _ = dataset[0]
    n_values = len(dataset) * first[0].numel()
    mean = sum(image.double().sum(dim=(1, 2)) for image, _ in dataset) / n_values
    squares = sum(
        ((image.double() - mean[:, None, None]) ** 2).sum(dim=(1, 2)) for image, _ in dataset
    )
    return mean.to(first.dtype), (squares / (n_values - 1)).sqrt().to(first.dtype)


@instead_of("normalize")
def channels_last(images, mean, std):
    return ((images.movedim(-3, -1) - mean) / std).movedim(-1, -3)


@instead_of("normalize")
def channel_by_channel(images, mean, std):
    normalized = images.clone()
    for channel in range(3):
        normalized[..., channel, :, :] -= mean[channel]
        normalized[..., channel, :, :] /= std[channel]
    return normalized


@instead_of("denormalize")
def by_two_more_dimensions(images, mean, std):
    shape = (3, 1, 1)
    return torch.addcmul(mean.reshape(shape), images, std.reshape(shape))


@instead_of("denormalize")
def as_normalize_with_other_numbers(images, mean, std):
    other_mean, other_std = -mean / std, 1 / std
    return (images - other_mean.view(3, 1, 1)) / other_std.view(3, 1, 1)
