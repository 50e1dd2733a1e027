import torch
from torch import Tensor


def context_slices(scan: Tensor, mask: Tensor, index: int, k: int) -> tuple[Tensor, Tensor]:
    places = torch.arange(index - k, index + k + 1, device=scan.device)
    slices = scan[places.clamp(0, len(scan) - 1)]
    return slices, mask[index : index + 1]
