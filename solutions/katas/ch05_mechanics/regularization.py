from torch import Tensor, nn


def l2_penalty(model: nn.Module) -> Tensor:
    return sum(p.square().sum() for p in model.parameters())


def penalized_loss(loss: Tensor, model: nn.Module, l2_lambda: float) -> Tensor:
    return loss + l2_lambda * l2_penalty(model)
