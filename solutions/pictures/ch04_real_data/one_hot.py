"""One day's weather, as a number and one-hot.

On the left, mist is twice clear, and a change from clear to rain looks twice as large as one from
clear to mist.  On the right each of the four columns is drawn as a line: every hour is in one of
them, and none is larger than another.
"""

import torch

from katas._dojo.showing.page import BLUE
from katas.ch04_real_data.one_hot import one_hot

WEATHER = [1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 2, 2, 2, 2]
NAMES = ["clear", "mist", "rain", "heavy rain"]


def draw(figure):
    figure.set_size_inches(8, 2.6)
    number, columns = figure.subplots(1, 2)
    hours = torch.arange(len(WEATHER))
    number.step(hours, torch.tensor(WEATHER), where="mid", color=BLUE)
    number.set(title="a number", xlabel="hour", yticks=range(5), ylabel="weather")
    encoded = one_hot(torch.tensor(WEATHER), len(NAMES), first=1)
    columns.imshow(encoded.T.numpy(), cmap="Blues", aspect="auto", vmin=0, vmax=1.2)
    columns.set(title="one-hot", xlabel="hour", yticks=range(4), yticklabels=NAMES)
