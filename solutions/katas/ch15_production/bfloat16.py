import copy

import torch
from torch import Tensor, nn


def halve(model: nn.Module) -> nn.Module:
    return copy.deepcopy(model).to(torch.bfloat16)


def mean_of(batches: list[Tensor]) -> Tensor:
    return torch.cat(batches).float().mean()


def agree(output: Tensor, expected: Tensor) -> bool:
    if output.shape != expected.shape:
        return False
    return torch.allclose(output.float(), expected, rtol=0.016, atol=1e-5)
