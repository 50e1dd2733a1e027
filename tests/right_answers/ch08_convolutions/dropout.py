"""Right answers to ch08_convolutions/dropout, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("dropout")
def by_a_comparison(x, p, training):
    if not training or p == 0:
        return x.clone()
    keep = torch.rand(x.shape, device=x.device) > p
    return torch.where(keep, x / (1 - p), 0.0)


@instead_of("dropout")
def by_filling(x, p, training):
    if not training:
        return x
    scaled = x.div(1 - p)
    return scaled.masked_fill(torch.rand_like(x, dtype=torch.float64) < p, 0)


@instead_of("dropout")
def by_a_distribution(x, p, training):
    if training:
        mask = torch.distributions.Bernoulli(probs=1 - p).sample(x.shape)
        x = x * mask.to(x) / (1 - p)
    return x


@instead_of("dropout2d")
def one_channel_at_a_time(x, p, training):
    if not training:
        return x
    out = torch.zeros_like(x)
    for c in range(x.shape[1]):
        kept = torch.rand(len(x), device=x.device) >= p
        out[kept, c] = x[kept, c] / (1 - p)
    return out


@instead_of("dropout2d")
def by_einsum(x, p, training):
    if not training:
        return x.clone()
    mask = torch.empty(x.shape[:2], device=x.device, dtype=x.dtype).bernoulli_(1 - p)
    return torch.einsum("nchw,nc->nchw", x, mask) / (1 - p)


@instead_of("dropout2d")
def by_expanding(x, p, training):
    if training and p > 0:
        draws = torch.rand(*x.shape[:2], 1, 1, device=x.device)
        x = x * (draws >= p).expand_as(x) / (1 - p)
    return x
