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
