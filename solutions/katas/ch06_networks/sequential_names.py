from collections import OrderedDict

from torch import nn


def build_model(n_hidden: int = 13) -> nn.Sequential:
    return nn.Sequential(
        OrderedDict(
            hidden_linear=nn.Linear(1, n_hidden),
            hidden_activation=nn.Tanh(),
            output_linear=nn.Linear(n_hidden, 1),
        )
    )


def parameter_shapes(model: nn.Module) -> dict[str, tuple[int, ...]]:
    return {name: tuple(parameter.shape) for name, parameter in model.named_parameters()}


def count_parameters(model: nn.Module) -> tuple[int, int]:
    parameters = list(model.parameters())
    trainable = (parameter for parameter in parameters if parameter.requires_grad)
    return _n_elements(parameters), _n_elements(trainable)


def _n_elements(parameters) -> int:
    return sum(parameter.numel() for parameter in parameters)
