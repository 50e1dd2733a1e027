"""Wrong answers to ch04_real_data/time_series, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("by_day")
def straight_to_the_shape(table, n_hours=24):
    """Hours and channels are mixed.

    Known: channels_and_hours_mixed.
    """
    return table.view(-1, table.shape[1], n_hours)


@instead_of("by_day")
def without_the_transpose(table, n_hours=24):
    """Channels come last.

    Known: channels_last.
    """
    return table.view(-1, n_hours, table.shape[1])


@instead_of("with_one_hot")
def rows_of_eye_reshaped(days, channel, n_classes):
    """The classes are along the last dimension, and get a shape.

    Known: one_hot_reshaped.
    """
    n, _, length = days.shape
    eye = torch.eye(n_classes, dtype=days.dtype, device=days.device)
    rows = eye[days[:, channel].long() - 1]
    return torch.cat((days, rows.reshape(n, n_classes, length)), dim=1)


@instead_of("with_one_hot")
def the_weather_replaced(days, channel, n_classes):
    """The channel of the classes is gone.

    Known: the_classes_dropped.
    """
    kept = [it for it in range(days.shape[1]) if it != channel]
    classes = torch.arange(1, n_classes + 1, device=days.device).view(1, -1, 1)
    new = (days[:, channel : channel + 1] == classes).to(days.dtype)
    return torch.cat([days[:, kept], new], dim=1)


@instead_of("with_one_hot")
def in_float32(days, channel, n_classes):
    """All is float32.

    Known: in_float32.
    """
    onehot = torch.zeros(days.shape[0], n_classes, days.shape[2], device=days.device)
    onehot.scatter_(1, days[:, channel, :].long().unsqueeze(1) - 1, 1.0)
    return torch.cat((days.float(), onehot), dim=1)


@instead_of("with_one_hot")
def replaced_where_it_stood(days, channel, n_classes):
    """The classes make way for their one-hot channels.

    Known: in_the_place_of_the_classes.
    """
    hot = torch.nn.functional.one_hot(days[:, channel].long() - 1, n_classes)
    hot = hot.transpose(1, 2).to(days.dtype)
    return torch.cat([days[:, :channel], hot, days[:, channel + 1 :]], dim=1)
