import torch
from torch import Tensor


def volume(slices: dict[str, Tensor]) -> Tensor:
    by_number = {int(name.rpartition("-")[2]): image for name, image in slices.items()}
    expected = range(min(by_number), max(by_number) + 1)
    missing = [number for number in expected if number not in by_number]
    if missing:
        raise ValueError(f"missing slices: {missing}")
    return torch.stack([by_number[number] for number in expected]).float()[None, None]
