import torch
from torch import Tensor, nn


def predict_one(model: nn.Module, sample: Tensor) -> Tensor:
    return model(sample.unsqueeze(0)).squeeze(0)


def predict_each(model: nn.Module, samples: list[Tensor]) -> list[Tensor]:
    return list(model(torch.stack(samples))) if samples else []


def flatten_samples(batch: Tensor) -> Tensor:
    return batch.flatten(start_dim=1)
