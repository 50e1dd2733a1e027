"""Right answers to ch04_real_data/volume_layout, written differently."""

import itertools

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("volume")
def with_the_lines_of_the_book(slices):
    pairs = sorted((int(name.split("-")[-1]), image) for name, image in slices.items())
    numbers = [number for number, _ in pairs]
    for before, after in itertools.pairwise(numbers):
        if after > before + 1:
            raise ValueError(f"no slice {before + 1}")
    vol = torch.stack([image for _, image in pairs]).float()
    vol = torch.unsqueeze(vol, 0)
    return torch.unsqueeze(vol, 0)


@instead_of("volume")
def slice_by_slice(slices):
    numbers = {name: int(name[name.rindex("-") + 1 :]) for name in slices}
    first, last = min(numbers.values()), max(numbers.values())
    gaps = set(range(first, last)) - set(numbers.values())
    if gaps:
        raise ValueError("there is no slice " + ", ".join(map(str, sorted(gaps))))
    some = next(iter(slices.values()))
    result = torch.empty(1, 1, last - first + 1, *some.shape, device=some.device)
    for name, number in numbers.items():
        result[0, 0, number - first] = slices[name]
    return result
