"""Both losses of two runs, by training samples seen.

The same net learns from the same samples, in batches of 4 and of 32.  Along samples both runs can
be compared: for as many samples, small batches have made more steps and are further on, also on the
way to learning by heart, which the validation loss shows.
"""

import torch
from torch import nn

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch11_training.epoch_loop import run_epoch

N_TRAIN, N_EPOCHS = 64, 60


def draw(figure):
    panels = figure.subplots(1, 2, sharey=True)
    x = torch.randn(400, 2)
    labels = (x[:, 0] * x[:, 1] + 0.4 * torch.randn(400) > 0).long()
    for ax, batch_size in zip(panels, (4, 32), strict=True):
        model = nn.Sequential(nn.Linear(2, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU())
        model.append(nn.Linear(64, 2))
        optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
        train = list(
            zip(x[:N_TRAIN].split(batch_size), labels[:N_TRAIN].split(batch_size), strict=True)
        )
        val = [(x[N_TRAIN:], labels[N_TRAIN:])]
        n_seen, history = 0, []
        for _ in range(N_EPOCHS):
            *losses, n_seen = run_epoch(
                model, nn.functional.cross_entropy, optimizer, train, val, n_seen
            )
            history.append((n_seen, *losses))
        seen, trained, measured = zip(*history, strict=True)
        ax.plot(seen, trained, color=BLUE)
        ax.plot(seen, measured, color=ORANGE)
        ax.set(title=f"batches of {batch_size}", xlabel="training samples seen")
    panels[0].set_ylabel("loss")
    panels[1].text(200, 0.2, "training", color=BLUE)
    panels[1].text(1800, 0.7, "validation", color=ORANGE)
