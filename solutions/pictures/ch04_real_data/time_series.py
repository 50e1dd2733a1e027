"""Three weeks, hour after hour and day by day.

Above, the numbers as they lie in the table, one column of it at a time.  Below, a row for each day:
what comes back every day stands in one column.  The bikes have a morning and an evening, and two
rows of seven without them; the temperature has its afternoon.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch04_real_data.time_series import by_day

N_DAYS = 21


def draw(figure):
    figure.set_size_inches(6, 4.4)
    table = _table()
    days = by_day(table)
    in_a_row, by_rows = figure.subplots(2, 2, height_ratios=[1, 2])
    looks = {"bikes": (BLUE, "Blues"), "temperature": (ORANGE, "Oranges")}
    for channel, (name, (color, shades)) in enumerate(looks.items()):
        in_a_row[channel].plot(table[:, channel].numpy(), color=color, linewidth=1)
        in_a_row[channel].set(title=name, xlabel="hour of the table", yticks=[])
        by_rows[channel].imshow(days[:, channel].numpy(), cmap=shades, aspect="auto")
        by_rows[channel].set(xlabel="hour of the day", xticks=[0, 6, 12, 18], yticks=[0, 7, 14])
        by_rows[channel].grid(False)
    by_rows[0].set_ylabel("day")


def _table():
    """Bikes and temperature, hour by hour: people ride to work on five days of seven."""
    random = torch.Generator().manual_seed(4)
    hour = torch.arange(24.0).repeat(N_DAYS)
    day = torch.arange(N_DAYS).repeat_interleave(24)
    rides = sum(torch.exp(-(((hour - rush) / 1.5) ** 2)) for rush in (8, 17))
    leisure = torch.exp(-(((hour - 14) / 4) ** 2)) / 2
    bikes = torch.where(day % 7 < 5, rides, leisure)
    temperature = -torch.cos((hour - 3) / 24 * 2 * torch.pi) + torch.sin(day / 3)
    columns = torch.stack([200 * bikes, 15 + 6 * temperature], dim=1)
    noise = torch.randn(columns.shape, generator=random) * torch.tensor([15.0, 1.0])
    return (columns + noise).clamp(min=0)
