import torch
from torch import Tensor, nn


@torch.no_grad()
def predict(model: nn.Module, batch: Tensor) -> Tensor:
    training = model.training
    model.eval()
    out = model(batch)
    model.train(training)
    return out
