"""An image, normalized, and back.

Normalized values lie on both sides of 0.  A picture shows 0 to 1 only: what lies below is black,
what lies above is as bright as can be.  Denormalized, the image looks as it did.
"""

import torch

from katas.ch07_images.normalize import channel_stats, denormalize, normalize


def draw(figure):
    figure.set_size_inches(6, 2.4)
    image = _sunset(0.2)
    mean, std = channel_stats([(_sunset(light), 0) for light in (0.0, 0.2, 0.4)])
    normalized = normalize(image, mean, std)
    shown = {
        "the image": image,
        "normalized": normalized,
        "denormalized": denormalize(normalized, mean, std),
    }
    for ax, (title, picture) in zip(figure.subplots(1, 3), shown.items(), strict=True):
        ax.imshow(picture.clamp(0, 1).permute(1, 2, 0).numpy())
        ax.set_title(title)
        ax.axis("off")


def _sunset(light):
    """32 x 32 pixels: a sun above the sea."""
    y, x = torch.meshgrid(torch.linspace(0, 1, 32), torch.linspace(-0.5, 0.5, 32), indexing="ij")
    sun = torch.exp(-((x**2 + (y - 0.5) ** 2) / 0.03))
    sky = torch.stack([0.3 + 0.5 * y, 0.3 + 0.2 * y, 0.6 - 0.3 * y])
    sea = torch.stack([0.1 + 0 * y, 0.2 + 0 * y, 0.5 - 0.2 * y])
    scene = torch.where(y < 0.6, sky + sun * torch.tensor([0.6, 0.5, 0.1])[:, None, None], sea)
    return (scene + light * (0.5 - scene)).clamp(0, 1)
