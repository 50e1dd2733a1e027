"""The biases that a linear layer starts with, yours and those of the book.

Yours lie on both sides of 0, and none is beyond 1 / √fan_out.  The book hands the same two bounds
to normal_, which takes them for a mean and a standard deviation: five in six start below 0.
"""

from torch import nn

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch11_training.bias_init import init_weights

N = 10_000


def draw(figure):
    ax = figure.subplots()
    layer = nn.Linear(2, N)
    init_weights(layer)
    bound = N**-0.5
    books = nn.init.normal_(layer.bias.detach().clone(), -bound, bound)
    for biases, color in ((books, ORANGE), (layer.bias.detach(), BLUE)):
        ax.hist((biases / bound).tolist(), bins=80, range=(-5, 3), color=color, alpha=0.7)
    ax.text(-2.2, 360, "the book's", color=ORANGE, ha="right")
    ax.text(1.1, 420, "yours", color=BLUE)
    ax.set(xlabel="bias, in 1 / √fan_out", ylabel="how many")
