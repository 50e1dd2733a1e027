"""Which way each pixel is pushed, and how hard.

On top are three predictions, with the label outlined; below is the gradient of the loss.  Blue is
pushed up, red down.  Inside the label and outside of it all pixels of a picture have one colour,
whatever was predicted there: what counts is how much is marked in all.
"""

import torch

from katas.ch13_segmentation.dice_gradient import dice_gradient


def draw(figure):
    figure.set_size_inches(6, 3.6)
    rows, columns = torch.meshgrid(torch.arange(12), torch.arange(12), indexing="ij")
    label = ((rows - 6) ** 2 + (columns - 6) ** 2 <= 8)[None, None]
    away = ((rows - 4) ** 2 + (columns - 4) ** 2).sqrt()
    predictions = {
        "unsure": torch.full((12, 12), 0.5),
        "beside it": (2.5 - away).mul(2).sigmoid(),
        "too little": torch.where(away < 3, 0.3, 0.02),
    }
    for place, (name, p) in enumerate(predictions.items()):
        above = figure.add_subplot(2, 3, place + 1)
        above.imshow(p.numpy(), cmap="gray", vmin=0, vmax=1)
        above.set_title(name, fontsize=10)
        gradient = dice_gradient(p[None, None], label)[0, 0]
        below = figure.add_subplot(2, 3, place + 4)
        below.imshow(gradient.numpy(), cmap="RdBu_r", vmin=-0.08, vmax=0.08)
        inside, outside = gradient[6, 6].item(), gradient[0, 0].item()
        below.set_title(f"{inside:.3f} inside, {outside:.3f} outside", fontsize=8)
        for ax in (above, below):
            ax.contour(label[0, 0].float().numpy(), levels=[0.5], colors="tab:orange")
            ax.axis("off")
