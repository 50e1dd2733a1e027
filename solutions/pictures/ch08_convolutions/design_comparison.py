"""Which design is better, and how sure that is.

Each dot is one net, trained from a seed of its own; beside the dots are mean and spread, which your
compare returns.  That convolutions are better here, no seed can hide.  Which of the two
convolutional nets is better, a single seed of each could not tell.
"""

import torch
from torch import nn
from torch.nn.functional import cross_entropy

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch08_convolutions.design_comparison import compare

SEEDS = range(5)


def draw(figure):
    ax = figure.subplots()
    data = {"train": _images(150, seed=0), "val": _images(500, seed=1)}
    dots = {name: [] for name in DESIGNS}

    def train(net, seed):
        generator = torch.Generator().manual_seed(seed)
        imgs, labels = data["train"]
        optimizer = torch.optim.Adam(net.parameters(), lr=0.05)
        for _ in range(10):
            for rows in torch.randperm(len(imgs), generator=generator).split(50):
                optimizer.zero_grad()
                cross_entropy(net(imgs[rows]), labels[rows]).backward()
                optimizer.step()

    def validate(net):
        with torch.no_grad():
            accuracies = {
                name: (net(imgs).argmax(dim=1) == labels).double().mean().item()
                for name, (imgs, labels) in data.items()
            }
        dots[net.design].append(accuracies["val"])
        return accuracies

    designs = {name: lambda seed, name=name: _built(name, seed) for name in DESIGNS}
    results = compare(designs, train, validate, SEEDS)
    for place, name in enumerate(DESIGNS):
        mean, spread = results[name]
        ax.plot([place - 0.08] * len(dots[name]), dots[name], "o", color=BLUE, alpha=0.5)
        ax.errorbar(place + 0.08, mean, spread, fmt="_", color=ORANGE, capsize=5, elinewidth=2)
    ax.set_xticks(range(len(DESIGNS)), labels=DESIGNS)
    ax.set(ylabel="accuracy in validation", xlim=(-0.5, len(DESIGNS) - 0.5))


DESIGNS = {
    "linear": lambda: [nn.Flatten(), nn.Linear(64, 2)],
    "hidden layer": lambda: [nn.Flatten(), nn.Linear(64, 16), nn.Tanh(), nn.Linear(16, 2)],
    "4 channels": lambda: _convolutional(4),
    "8 channels": lambda: _convolutional(8),
}


def _convolutional(n_chans):
    return [
        nn.Conv2d(1, n_chans, 3),
        nn.Tanh(),
        nn.MaxPool2d(6),
        nn.Flatten(),
        nn.Linear(n_chans, 2),
    ]


def _built(name, seed):
    net = nn.Sequential(*DESIGNS[name]())
    net.design = name
    generator = torch.Generator().manual_seed(seed)
    for parameter in net.parameters():
        nn.init.normal_(parameter, std=0.2, generator=generator)
    return net


def _images(n, seed):
    """A short stroke somewhere, up or down, in images of 8 by 8 pixels."""
    generator = torch.Generator().manual_seed(seed)
    imgs = 0.5 * torch.randn(n, 1, 8, 8, generator=generator)
    labels = torch.arange(n) % 2
    strokes = torch.stack([torch.eye(3), torch.eye(3).flip(0)])
    places = torch.randint(6, (n, 2), generator=generator).tolist()
    for img, label, (row, column) in zip(imgs, labels, places, strict=True):
        img[0, row : row + 3, column : column + 3] += 1.5 * strokes[label]
    return imgs, labels
