"""What permute makes of an image, and what view makes of it.

Both give [H, W, 3].  view leaves the numbers in their order, so three neighbours of one colour
become the three colours of a pixel: three small grey images for red, for green, and for blue.
"""

import torch

from katas.ch07_images.image_view import for_imshow


def draw(figure):
    figure.set_size_inches(6, 3.2)
    image = _balloon()
    shown = {"your for_imshow": for_imshow(image), "view(H, W, 3)": image.view(48, 48, 3)}
    for ax, (title, picture) in zip(figure.subplots(1, 2), shown.items(), strict=True):
        ax.imshow(picture.numpy())
        ax.set_title(title)
        ax.axis("off")


def _balloon():
    """48 x 48 pixels: a balloon in the sky."""
    y, x = torch.meshgrid(torch.linspace(0, 1, 48), torch.linspace(-0.5, 0.5, 48), indexing="ij")
    sky = torch.stack([0.5 + 0.4 * y, 0.7 + 0.2 * y, 0.95 + 0 * y])
    balloon = torch.tensor([0.85, 0.25, 0.2])[:, None, None]
    basket = torch.tensor([0.45, 0.3, 0.15])[:, None, None]
    scene = torch.where(x**2 + (y - 0.4) ** 2 < 0.08, balloon, sky)
    return torch.where((x.abs() < 0.07) & ((y - 0.82).abs() < 0.06), basket, scene)
