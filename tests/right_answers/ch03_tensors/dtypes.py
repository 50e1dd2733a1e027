"""Right answers to ch03_tensors/dtypes, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A uint8 and a float32 together are float32.": [
        ("a.float() + b.float()", "a + b.float()", "a.float() + b"),
    ],
}


@instead_of("nearest_integers")
def down_from_half_above(x):
    return torch.floor(x + 0.5).to(torch.int64)


@instead_of("nearest_integers")
def half_away_from_zero(x):
    return (x + torch.where(x < 0, -0.5, 0.5).to(x.dtype)).trunc().type(torch.long)


@instead_of("mean_image")
def each_halved(a, b):
    return a / 2 + b / 2


@instead_of("mean_image")
def stacked(a, b):
    return torch.stack([a, b]).mean(dim=0, dtype=torch.float)


@instead_of("mean_image")
def by_larger_integers(a, b):
    return (a.to(torch.int16) + b) / 2.0


@instead_of("held_exactly")
def compared_in_float64(x):
    return x.float().double() == x


@instead_of("held_exactly")
def by_the_bits(x):
    """float32 has room for 24 bits, from the first 1 to the last."""
    last_one = (x & -x).clamp(min=1)
    return x.abs() // last_one < 2**24
