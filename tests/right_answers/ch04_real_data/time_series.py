"""Right answers to ch04_real_data/time_series, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Two dimensions change places, whichever is named first.": [
        ("transpose(1, 2)", "transpose(2, 1)"),
    ],
}


@instead_of("by_day")
def the_lines_of_the_book(table, n_hours=24):
    daily_bikes = table.view(-1, n_hours, table.shape[1])
    return daily_bikes.transpose(1, 2)


@instead_of("by_day")
def day_after_day(table, n_hours=24):
    return torch.stack([day.T for day in table.split(n_hours)])


@instead_of("with_one_hot")
def the_lines_of_the_book_too(days, channel, n_classes):
    onehot = torch.zeros(
        days.shape[0], n_classes, days.shape[2], dtype=days.dtype, device=days.device
    )
    onehot.scatter_(1, days[:, channel, :].long().unsqueeze(1) - 1, 1.0)
    return torch.cat((days, onehot), dim=1)


@instead_of("with_one_hot")
def by_comparing(days, channel, n_classes):
    more = [(days[:, channel] == number).to(days.dtype) for number in range(1, n_classes + 1)]
    return torch.stack([*days.unbind(dim=1), *more], dim=1)
