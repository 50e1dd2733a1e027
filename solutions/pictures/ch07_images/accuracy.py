"""What an accuracy counts: the images that a model takes for the other kind.

It looks at nothing but the colours of 8 x 8 patches.  In the first row are birds that it takes for
airplanes, in the second airplanes that it takes for birds; above, the share that it gets right.
"""

import torch
from torch import nn

from katas._dojo.writing.drawn_images import AIRPLANE, BIRD, draw_batch
from katas.ch07_images.accuracy import accuracy

N_SHOWN = 6


def draw(figure):
    figure.set_size_inches(6, 2.4)
    (train_imgs, train_labels), (imgs, labels) = (_airplanes_and_birds(seed) for seed in (0, 1))
    model = _fitted(train_imgs, train_labels)
    figure.suptitle(f"accuracy {accuracy(model, [(imgs, labels)]):.2f}")
    taken_for = model(imgs).argmax(1)
    for axes, truth in zip(figure.subplots(2, N_SHOWN), (1, 0), strict=True):
        wrong = imgs[(labels == truth) & (taken_for != truth)]
        for ax, image in zip(axes, wrong, strict=False):
            ax.imshow(image.permute(1, 2, 0).numpy())
        for ax in axes:
            ax.set(xticks=[], yticks=[])
        axes[0].set_ylabel(["airplanes", "birds"][truth])


def _airplanes_and_birds(seed):
    images, labels = draw_batch(seed)
    labels = torch.tensor(labels)
    wanted = (labels == AIRPLANE) | (labels == BIRD)
    return images[wanted] / 255, (labels[wanted] == BIRD).long()


def _fitted(imgs, labels):
    """The line that fits best, by ridge regression: no training loop, and no luck."""
    model = nn.Sequential(nn.AvgPool2d(8), nn.Flatten(), nn.Linear(48, 2)).requires_grad_(False)
    features = model[:2](imgs)
    features = torch.cat([features, torch.ones(len(features), 1)], dim=1).double()
    targets = nn.functional.one_hot(labels).double()
    ridge = torch.eye(49, dtype=torch.float64)
    solution = torch.linalg.solve(features.T @ features + ridge, features.T @ targets).float()
    model[2].weight.copy_(solution[:-1].T)
    model[2].bias.copy_(solution[-1])
    return model
