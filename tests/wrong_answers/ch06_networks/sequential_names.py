"""Wrong answers to ch06_networks/sequential_names, as people write them."""

from collections import OrderedDict

from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("build_model")
def numbers_for_names(n_hidden=13):
    """The layers stand under "0", "1", "2".

    Known: without_names.
    """
    return nn.Sequential(nn.Linear(1, n_hidden), nn.Tanh(), nn.Linear(n_hidden, 1))


LAYERS = [("hidden_linear", nn.Linear(1, 13)), ("hidden_activation", nn.Tanh())]


@instead_of("build_model")
def layers_made_once(n_hidden=13):
    """Every model has the same hidden layer, of 13 units.

    Known: nothing.
    """
    return nn.Sequential(OrderedDict([*LAYERS, ("output_linear", nn.Linear(n_hidden, 1))]))


@instead_of("build_model")
def thirteen_whatever_is_asked_for(n_hidden=13):
    """The number of hidden units is 13, and the activation a relu.

    Known: thirteen_whatever_is_asked_for, another_activation.
    """
    return nn.Sequential(
        OrderedDict(
            hidden_linear=nn.Linear(1, 13),
            hidden_activation=nn.ReLU(),
            output_linear=nn.Linear(13, 1),
        )
    )


@instead_of("parameter_shapes")
def what_is_saved(model):
    """Buffers are listed, and a tied parameter under each of its names.

    Known: with_buffers.
    """
    return {name: tuple(value.shape) for name, value in model.state_dict().items()}


@instead_of("parameter_shapes")
def trainable_only(model):
    """Frozen parameters are left out.

    Known: frozen_left_out.
    """
    shapes = {}
    for name, param in model.named_parameters():
        if param.requires_grad:
            shapes[name] = tuple(param.shape)
    return shapes


@instead_of("parameter_shapes")
def children_and_their_parameters(model):
    """Only the children's own parameters are listed.

    Known: children_only, under_each_name.
    """
    shapes = {}
    for layer_name, layer in model.named_children():
        for name, param in layer.named_parameters():
            shapes[f"{layer_name}.{name}"] = tuple(param.size())
    return shapes


@instead_of("parameter_shapes")
def numbers_of_elements(model):
    """What is listed is how many numbers each parameter holds.

    Known: nothing.
    """
    return {name: param.numel() for name, param in model.named_parameters()}
