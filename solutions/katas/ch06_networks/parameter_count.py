from torch import nn


def count_parameters(model: nn.Module) -> tuple[int, int]:
    parameters = list(model.parameters())
    trainable = (parameter for parameter in parameters if parameter.requires_grad)
    return _n_elements(parameters), _n_elements(trainable)


def _n_elements(parameters) -> int:
    return sum(parameter.numel() for parameter in parameters)
