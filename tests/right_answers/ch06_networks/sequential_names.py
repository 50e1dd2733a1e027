"""Right answers to ch06_networks/sequential_names, written differently."""

from collections import OrderedDict

from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A torch.Size is a tuple.": [("tuple(parameter.shape)", "parameter.shape")],
}


@instead_of("build_model")
def layer_by_layer_with_add_module(n_hidden=13):
    model = nn.Sequential()
    model.add_module("hidden_linear", nn.Linear(1, n_hidden))
    model.add_module("hidden_activation", nn.Tanh())
    model.add_module("output_linear", nn.Linear(n_hidden, 1))
    return model


@instead_of("build_model")
def a_subclass_of_sequential(n_hidden=13):
    class Model(nn.Sequential):
        def __init__(self):
            out = nn.Linear(n_hidden, 1)
            pairs = [("hidden_linear", nn.Linear(1, n_hidden)), ("hidden_activation", nn.Tanh())]
            super().__init__(OrderedDict([*pairs, ("output_linear", out)]))

    return Model()


@instead_of("parameter_shapes")
def with_torch_sizes(model):
    return OrderedDict((name, it.shape) for name, it in model.named_parameters())


@instead_of("parameter_shapes")
def walking_the_tree(model):
    seen, shapes = set(), {}
    for path, module in model.named_modules():
        for name, parameter in module.named_parameters(recurse=False):
            if id(parameter) not in seen:
                seen.add(id(parameter))
                shapes[f"{path}.{name}".lstrip(".")] = tuple(parameter.size())
    return shapes
