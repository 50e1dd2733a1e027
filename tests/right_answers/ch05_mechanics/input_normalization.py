"""Right answers to ch05_mechanics/input_normalization, written differently."""

import statistics

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("normalize")
def by_least_and_most(train, val):
    mean = train.sum(0) / train.shape[0]
    centred = train - mean
    std = (centred.square().sum(0) / (train.shape[0] - 1)).sqrt()
    std = std.masked_fill(train.amax(0) == train.amin(0), 1)
    return centred.div(std), val.sub(mean).div(std)


@instead_of("normalize")
def both_at_once(train, val):
    everything = torch.cat([train, val])
    std, mean = torch.std_mean(everything[: len(train)], dim=0, keepdim=True)
    std = torch.where(train.eq(train[:1]).all(0, keepdim=True), torch.ones_like(std), std)
    return ((everything - mean) / std).split([len(train), len(val)])


@instead_of("normalize")
def rounding_measured(train, val):
    mean, std = train.mean(0), train.std(0, correction=1)
    noise = 4 * torch.finfo(train.dtype).eps * mean.abs()
    scale = 1 / torch.where(std > noise, std, torch.ones((), dtype=std.dtype, device=std.device))
    return [(rows - mean) * scale for rows in (train, val)]


@instead_of("normalize")
def feature_by_feature(train, val):
    if train.dim() == 1:
        train_n, val_n = feature_by_feature(train[:, None], val[:, None])
        return train_n[:, 0], val_n[:, 0]
    columns = []
    for old, new in zip(train.T, val.T, strict=True):
        values = old.tolist()
        std = statistics.stdev(values) if min(values) < max(values) else 1
        mean = statistics.fmean(values)
        columns.append(((old - mean) / std, (new - mean) / std))
    train_n, val_n = zip(*columns, strict=True)
    return torch.stack(train_n, dim=1), torch.stack(val_n, dim=1)


@instead_of("normalize")
def in_double_precision(train, val):
    wide = train.double()
    mean, spread = wide.mean(0), wide.var(0).sqrt()
    spread = torch.where((wide == wide[0]).all(0), 1, spread)
    train_n, val_n = (((rows.double() - mean) / spread).to(train.dtype) for rows in (train, val))
    return train_n, val_n


EQUIVALENT = {
    "Where all rows are alike, any of them will do to compare with.": [
        ("train[0]", "train[1]"),
        ("train[0]", "train[-1]"),
    ],
}
