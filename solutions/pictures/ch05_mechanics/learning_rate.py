"""Three learning rates, one of them too high.

A low one crawls, a good one arrives in a few epochs.  One that is too high makes every step
land farther away, until no float can hold the loss.
"""

import torch

from katas._dojo.showing.page import BLUE, GREEN, RED
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.learning_rate import DivergenceError, training_loop

N_EPOCHS = 40


def draw(figure):
    ax = figure.subplots()
    data = thermometer("cpu", torch.float32)
    start = torch.tensor([1.0, 0.0])
    rates = {1e-5: (BLUE, (21, 500)), 1e-4: (GREEN, (6, 1.5)), 4e-4: (RED, (20, 3e6))}
    for learning_rate, (color, place) in rates.items():
        params, losses = start, [_loss(start, *data)]
        for _ in range(N_EPOCHS):
            params = training_loop(1, learning_rate, params, *data)
            losses.append(_loss(params, *data))
        ax.semilogy(losses, color=color)
        name = f"{learning_rate:.5f}".rstrip("0")
        ax.text(*place, f"{name}{_end(learning_rate, start, data)}", color=color)
    ax.set(xlabel="epoch", ylabel="loss", ylim=(0.5, None))


def _end(learning_rate, start, data):
    try:
        training_loop(200, learning_rate, start, *data)
    except DivergenceError as error:
        return f":\nnot finite in epoch {error.epoch}"
    return ""


def _loss(params, t_u, t_c):
    w, b = params
    return ((w * t_u + b - t_c) ** 2).mean().item()
