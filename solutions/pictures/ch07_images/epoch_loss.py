"""The loss of the last batch, and the loss of the epoch.

Both are of the same training.  The loss of the last batch jumps up and down with the few samples
that happen to be in it; the loss of the epoch, which your train_epoch returns, shows what the
model learns.
"""

import torch
from torch import nn

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch07_images.epoch_loss import train_epoch

N_EPOCHS, BATCH_SIZE = 40, 8


def draw(figure):
    ax = figure.subplots()
    generator = torch.Generator().manual_seed(0)
    imgs = torch.randn(204, 2, generator=generator)
    labels = (imgs.sum(dim=1) + torch.randn(204, generator=generator) > 0).long()
    model = nn.Linear(2, 2)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    of_batches, of_epochs, of_last_batches = [], [], []

    def loss_fn(outputs, targets):
        loss = nn.functional.cross_entropy(outputs, targets)
        of_batches.append(loss.item())
        return loss

    for _ in range(N_EPOCHS):
        order = torch.randperm(len(imgs), generator=generator).split(BATCH_SIZE)
        loader = [(imgs[rows], labels[rows]) for rows in order]
        of_epochs.append(train_epoch(model, loss_fn, optimizer, loader))
        of_last_batches.append(of_batches[-1])
    ax.plot(of_last_batches, color=ORANGE, label="the last batch")
    ax.plot(of_epochs, color=BLUE, linewidth=2.5, label="the epoch")
    ax.set(xlabel="epoch", ylabel="loss", ylim=(0, None))
    ax.legend(frameon=False)
