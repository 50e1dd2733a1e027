"""Known wrong answers to ch06_networks/sequential_names."""

from collections import OrderedDict

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks import sequential_names as right


@instead_of("build_model")
def without_names(n_hidden=13):
    """You gave Sequential the layers without names, so they are called 0, 1 and 2. Hand it an
    OrderedDict from name to layer."""
    return nn.Sequential(nn.Linear(1, n_hidden), nn.Tanh(), nn.Linear(n_hidden, 1))


@instead_of("build_model")
def thirteen_whatever_is_asked(n_hidden=13):
    """You wrote 13 into the layers. It is only the default: use n_hidden."""
    return right.build_model(13)


@instead_of("build_model")
def another_default(n_hidden=8):
    """Your default is another number of hidden units. The book's network has 13."""
    return right.build_model(n_hidden)


@instead_of("build_model")
def no_activation(n_hidden=13):
    """You left the activation out. Two linear layers in a row are one linear layer."""
    model = right.build_model(n_hidden)
    del model.hidden_activation
    return model


@instead_of("build_model")
def a_sigmoid(n_hidden=13):
    """You used a sigmoid. The book's network has a Tanh between its layers."""
    model = right.build_model(n_hidden)
    model.hidden_activation = nn.Sigmoid()
    return model


@instead_of("build_model")
def all_weights_alike(n_hidden=13):
    """You set all weights to one number. The hidden units then get the same gradient and stay
    alike for ever: leave the random start that torch makes."""
    model = right.build_model(n_hidden)
    for parameter in model.parameters():
        nn.init.constant_(parameter, 0.1)
    return model


@instead_of("build_model")
def large_weights(n_hidden=13):
    """You drew the weights yourself, from another range. Leave the start that torch makes: uniform,
    within 1 / sqrt(in_features)."""
    model = right.build_model(n_hidden)
    for parameter in model.parameters():
        nn.init.normal_(parameter, std=3.0)
    return model


@instead_of("build_model")
def seeded_in_here(n_hidden=13):
    """You seeded the random numbers inside, so all models start alike. Seeding belongs to whoever
    calls."""
    torch.manual_seed(0)
    return right.build_model(n_hidden)


_models = {}


@instead_of("build_model")
def one_model_for_all(n_hidden=13):
    """You returned the same model at each call. Make new layers every time."""
    return _models.setdefault(n_hidden, right.build_model(n_hidden))


@instead_of("build_model")
def no_sequential(n_hidden=13):
    """You returned another kind of module. Return an nn.Sequential: an OrderedDict gives its layers
    names."""
    return nn.ModuleDict(right.build_model(n_hidden)._modules)


@instead_of("build_model")
def an_extra_layer(n_hidden=13):
    """You added an activation after the output. Its values would stay between -1 and 1: the last
    layer is linear."""
    model = right.build_model(n_hidden)
    model.add_module("output_activation", nn.Tanh())
    return model


@instead_of("build_model")
def shortcut_names(n_hidden=13):
    """You called the layers by names of your own. The book's are hidden_linear,
    hidden_activation, output_linear."""
    layers = right.build_model(n_hidden)
    return nn.Sequential(OrderedDict(zip(["hidden", "activation", "output"], layers, strict=True)))


@instead_of("parameter_shapes")
def with_buffers(model):
    """You listed state_dict(), where buffers stand too, and a tied parameter under each of its
    names. named_parameters() lists parameters."""
    return {name: tuple(tensor.shape) for name, tensor in model.state_dict().items()}


@instead_of("parameter_shapes")
def tied_ones_twice(model):
    """You listed a tied parameter under each of its names. It is one parameter: list it once,
    under its first name."""
    parameters = model.named_parameters(remove_duplicate=False)
    return {name: tuple(parameter.shape) for name, parameter in parameters}


@instead_of("parameter_shapes")
def tied_ones_under_their_last_name(model):
    """You listed a tied parameter under its last name. Its first is the one that counts."""
    last = {it: name for name, it in model.named_parameters(remove_duplicate=False)}
    return {name: tuple(parameter.shape) for parameter, name in last.items()}


@instead_of("parameter_shapes")
def children_only(model):
    """You looked at the layers right below the model. Parameters may lie deeper, or in the model
    itself: named_parameters() walks the whole tree."""
    return {
        f"{child}.{name}": tuple(parameter.shape)
        for child, layer in model.named_children()
        for name, parameter in layer.named_parameters(recurse=False)
    }


@instead_of("parameter_shapes")
def weights_and_biases_only(model):
    """You asked for weight and bias. A parameter may have any name: go through
    named_parameters()."""
    shapes = right.parameter_shapes(model)
    return {name: shape for name, shape in shapes.items() if name.endswith((".weight", ".bias"))}


@instead_of("parameter_shapes")
def in_alphabetical_order(model):
    """You sorted the names. Keep the model's order."""
    return dict(sorted(right.parameter_shapes(model).items()))


@instead_of("parameter_shapes")
def numbers_of_elements(model):
    """You gave each parameter's number of elements. Give its shape."""
    return {name: parameter.numel() for name, parameter in model.named_parameters()}


@instead_of("parameter_shapes")
def the_layers_names_alone(model):
    """You used the layer's name without that of the parameter, so weight and bias fall on each
    other. The name is the whole path."""
    return {name.rpartition(".")[0]: shape for name, shape in right.parameter_shapes(model).items()}


@instead_of("count_parameters")
def tensors_counted(model):
    """You counted tensors. Count the numbers in them: numel()."""
    parameters = list(model.parameters())
    return len(parameters), sum(parameter.requires_grad for parameter in parameters)


@instead_of("count_parameters")
def the_first_two_sizes(model):
    """You multiplied the first two sizes of a shape. It may have any number of them, none
    included: numel() multiplies them all."""

    def size(parameter):
        return int(torch.Size((*parameter.shape, 1, 1)[:2]).numel())

    parameters = list(model.parameters())
    return sum(map(size, parameters)), sum(size(it) for it in parameters if it.requires_grad)


@instead_of("count_parameters")
def buffers_counted(model):
    """You counted the buffers too. Batch norm's running statistics are not parameters."""
    total, trainable = right.count_parameters(model)
    return total + sum(buffer.numel() for buffer in model.buffers()), trainable


@instead_of("count_parameters")
def tied_counted_twice(model):
    """You counted a tied parameter in each of its places. It is one parameter: count it once."""
    parameters = [it for _, it in model.named_parameters(remove_duplicate=False)]
    trainable = [it for it in parameters if it.requires_grad]
    return sum(it.numel() for it in parameters), sum(it.numel() for it in trainable)


@instead_of("count_parameters")
def layer_by_layer(model):
    """You added up modules(), each with all that lies below it, so deeper parameters count again
    and again. parameters() walks the whole tree by itself."""
    parameters = [it for module in model.modules() for it in module.parameters()]
    trainable = [it for it in parameters if it.requires_grad]
    return sum(it.numel() for it in parameters), sum(it.numel() for it in trainable)


@instead_of("count_parameters")
def linear_layers_only(model):
    """You counted linear layers. Parameters may belong to any module: go through parameters()."""
    parameters = {
        parameter
        for module in model.modules()
        if isinstance(module, nn.Linear)
        for parameter in module.parameters()
    }
    trainable = [it for it in parameters if it.requires_grad]
    return sum(it.numel() for it in parameters), sum(it.numel() for it in trainable)


@instead_of("count_parameters")
def equal_ones_counted_once(model):
    """You left out parameters whose numbers equal those of another. Tied means the same object,
    not the same values: two biases of zeros are two."""
    distinct = []
    for parameter in model.parameters():
        if parameter.is_meta or not any(torch.equal(parameter, other) for other in distinct):
            distinct.append(parameter)
    trainable = [it for it in distinct if it.requires_grad]
    return sum(it.numel() for it in distinct), sum(it.numel() for it in trainable)


@instead_of("count_parameters")
def by_address(model):
    """You told parameters apart by data_ptr(). On the meta device all are at 0: parameters()
    already leaves out what it has given."""
    distinct = {parameter.data_ptr(): parameter for parameter in model.parameters()}.values()
    trainable = [it for it in distinct if it.requires_grad]
    return sum(it.numel() for it in distinct), sum(it.numel() for it in trainable)


@instead_of("count_parameters")
def all_are_trainable(model):
    """You gave the total twice. Frozen parameters are not trainable: look at requires_grad."""
    total, _ = right.count_parameters(model)
    return total, total


@instead_of("count_parameters")
def the_frozen_ones(model):
    """You gave the frozen ones second. Give those that require a gradient."""
    total, trainable = right.count_parameters(model)
    return total, total - trainable


@instead_of("count_parameters")
def trainable_first(model):
    """You gave the trainable ones first. All come first, then the trainable ones."""
    return right.count_parameters(model)[::-1]


@instead_of("count_parameters")
def none_in_eval_mode(model):
    """You took eval mode for frozen. Only requires_grad says whether a parameter is trained."""
    total, trainable = right.count_parameters(model)
    return total, trainable if model.training else 0


@instead_of("count_parameters")
def a_dict(model):
    """You returned a dict. The two numbers are a tuple."""
    return dict(zip(("total", "trainable"), right.count_parameters(model), strict=True))


@instead_of("count_parameters")
def tensors_not_ints(model):
    """You added up in torch and returned tensors. Counts are ints."""
    return tuple(torch.tensor(count) for count in right.count_parameters(model))
