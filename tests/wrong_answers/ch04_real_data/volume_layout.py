"""Wrong answers to ch04_real_data/volume_layout, as people write them."""

import itertools

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("volume")
def sorted_by_name(slices):
    """Names are sorted as text, and gaps are not looked for.

    Known: by_name, gaps_not_noticed.
    """
    images = [slices[name] for name in sorted(slices)]
    return torch.stack(images).float().unsqueeze(0).unsqueeze(0)


@instead_of("volume")
def one_dimension_short(slices):
    """There is no dimension for the scans.

    Known: without_n.
    """
    numbers = {int(name.split("-")[-1]): name for name in slices}
    for number in range(min(numbers), max(numbers)):
        if number not in numbers:
            raise ValueError(f"no slice {number}")
    images = [slices[numbers[number]].float() for number in sorted(numbers)]
    return torch.stack(images).unsqueeze(0)


@instead_of("volume")
def depth_last(slices):
    """Depth comes last, and the numbers stay whole.

    Known: depth_last, not_float.
    """
    names = sorted(slices, key=lambda name: int(name.split("-")[-1]))
    numbers = [int(name.split("-")[-1]) for name in names]
    for before, after in itertools.pairwise(numbers):
        if after != before + 1:
            raise ValueError(f"slice {before + 1} is missing")
    return torch.stack([slices[name] for name in names], dim=-1)[None, None]


@instead_of("volume")
def counted(slices):
    """The numbers are taken to begin at 1.

    Known: numbers_from_1.
    """
    found = {int(name.rsplit("-", 1)[1]): name for name in slices}
    images = []
    for number in range(1, max(found) + 1):
        if number not in found:
            raise ValueError(f"slice {number}")
        images.append(slices[found[number]].to(torch.float32))
    return torch.stack(images)[None, None]
