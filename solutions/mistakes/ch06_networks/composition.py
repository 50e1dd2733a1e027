"""Known wrong answers to ch06_networks/composition."""

from itertools import pairwise

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks.composition import collapse, deep_net


@instead_of("collapse")
def in_the_order_of_reading(layers):
    """You multiplied the weights from left to right. The layer that comes last stands on the
    left, w1 @ w0: matrices act on what is to their right."""
    collapsed = collapse(layers)
    with torch.no_grad():
        collapsed.weight.copy_(_product([layer.weight for layer in layers[::-1]]))
    return collapsed


@instead_of("collapse")
def biases_added_up(layers):
    """You added the biases up. A bias runs through all layers after its own, so that their
    weights multiply it: w1 @ b0 + b1."""
    collapsed = collapse(layers)
    biases = [layer.bias for layer in layers if layer.bias is not None]
    with torch.no_grad():
        collapsed.bias.copy_(sum(biases, torch.zeros_like(collapsed.bias)))
    return collapsed


@instead_of("collapse")
def the_last_bias_only(layers):
    """You kept the bias of the last layer. Those before it reach the output too, through the
    layers that follow them."""
    collapsed = collapse(layers)
    with torch.no_grad():
        last = layers[-1].bias
        collapsed.bias.copy_(0 * collapsed.bias if last is None else last)
    return collapsed


@instead_of("collapse")
def no_bias_where_the_last_has_none(layers):
    """You gave the new layer a bias only if the last layer has one. The biases before it reach
    the output all the same."""
    collapsed = collapse(layers)
    if layers[-1].bias is None:
        collapsed.bias = None
    return collapsed


@instead_of("collapse")
def a_bias_left_at_random(layers):
    """You left the bias alone where no layer has one. A new nn.Linear begins with a random bias:
    set it to 0, or build it with bias=False."""
    collapsed = collapse(layers)
    if all(layer.bias is None for layer in layers):
        nn.init.uniform_(collapsed.bias, 0.25, 1.0)
    return collapsed


@instead_of("collapse")
def every_layer_has_a_bias(layers):
    """You read the bias of every layer. With bias=False it is None: leave it out there."""
    with torch.no_grad():
        for layer in layers:
            layer.bias.sum()
    return collapse(layers)


@instead_of("collapse")
def the_only_layer_itself(layers):
    """You returned the one layer that you were given. Training the new one then moves it too:
    build a layer with parameters of its own."""
    return layers[0] if len(layers) == 1 else collapse(layers)


@instead_of("collapse")
def parameters_of_the_first_layer(layers):
    """You began with the tensors of the first layer and wrote the products into them. They are
    the caller's: begin with a copy."""
    collapsed = collapse(layers)
    with torch.no_grad():
        if layers[0].weight.shape == collapsed.weight.shape:
            layers[0].weight.copy_(collapsed.weight)
            layers[0].weight += 1
    return collapsed


@instead_of("collapse")
def a_list_used_up(layers):
    """You took the layers out of the list with pop. The list is the caller's: iterate over it."""
    collapsed = collapse(layers)
    del layers[1:]
    return collapsed


@instead_of("collapse")
def frozen(layers):
    """Your layer cannot be trained: its parameters do not require a gradient."""
    return collapse(layers).requires_grad_(False)


@instead_of("collapse")
def in_single_precision(layers):
    """You built a layer without dtype and device, which makes it float32 on the CPU. Take both
    from the layers that you were given."""
    return collapse(layers).float()


@instead_of("collapse")
def a_chain_once_more(layers):
    """You put the layers one after the other. What was asked for is a single nn.Linear that does
    the same."""
    collapse(layers)
    return nn.Sequential(*layers)


@instead_of("collapse")
def sizes_unchecked(layers):
    """You multiplied without looking at the sizes. torch's own message speaks of mat1 and mat2:
    compare the features of neighbours, and raise a ValueError that names both numbers."""
    if not layers:
        return collapse(layers)
    _product([layer.weight for layer in layers])
    return collapse(layers)


@instead_of("collapse")
def an_error_without_numbers(layers):
    """Your error does not say which sizes clash. Name both: whoever reads it has to find them."""
    try:
        return collapse(layers)
    except ValueError:
        raise ValueError("these layers do not fit together") from None


@instead_of("collapse")
def an_empty_list_unchecked(layers):
    """You took the first layer without asking whether there is one. An empty list is a
    ValueError."""
    return collapse([layers[0], *layers[1:]])


def _product(weights):
    product = weights[0]
    for weight in weights[1:]:
        product = weight @ product
    return product


def _layers(sizes):
    deep_net(sizes)
    return [nn.Linear(n_in, n_out) for n_in, n_out in pairwise(sizes)]


@instead_of("deep_net")
def an_activation_after_the_last_layer(sizes, activation=nn.Tanh):
    """You put an activation after every layer, the last one too. The output is then confined to
    its range: leave the last layer bare."""
    return nn.Sequential(deep_net(sizes, activation), activation())


@instead_of("deep_net")
def no_activation_at_all(sizes, activation=nn.Tanh):
    """You left out the activations. Linear layers alone are one linear layer, however many."""
    return nn.Sequential(*_layers(sizes))


@instead_of("deep_net")
def an_activation_before_the_first_layer(sizes, activation=nn.Tanh):
    """You put an activation ahead of each layer. Before the first it squeezes the input: an
    activation stands between two layers."""
    net = nn.Sequential()
    for layer in _layers(sizes):
        net.extend([activation(), layer])
    return net


@instead_of("deep_net")
def one_activation_for_all(sizes, activation=nn.Tanh):
    """You made one activation and put it everywhere. If it has parameters of its own, as PReLU
    has, all places share them: call activation() for each."""
    shared = activation()
    return deep_net(sizes, lambda: shared)


@instead_of("deep_net")
def only_one_activation(sizes, activation=nn.Tanh):
    """You put an activation after the first layer only. The layers after it are one layer."""
    first, *others = _layers(sizes)
    return nn.Sequential(first, activation(), *others) if others else first


@instead_of("deep_net")
def always_tanh(sizes, activation=nn.Tanh):
    """You wrote Tanh into the function. The activation is an argument."""
    return deep_net(sizes)


@instead_of("deep_net")
def relu_by_default(sizes, activation=nn.ReLU):
    """Your activation by default is ReLU. Here it is Tanh."""
    return deep_net(sizes, activation)


@instead_of("deep_net")
def without_biases(sizes, activation=nn.Tanh):
    """You left the biases out. Without them the function is bound to go through 0."""
    net = deep_net(sizes, activation)
    for module in net.modules():
        if isinstance(module, nn.Linear):
            module.bias = None
    return net


@instead_of("deep_net")
def layers_in_a_plain_list(sizes, activation=nn.Tanh):
    """You keep the layers in a Python list. A module does not look into it: their parameters are
    not found, so nothing is trained. Use nn.Sequential or nn.ModuleList."""

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = list(deep_net(sizes, activation))

        def forward(self, x):
            for layer in self.layers:
                x = layer(x)
            return x

    return Net()


@instead_of("deep_net")
def all_hidden_layers_alike(sizes, activation=nn.Tanh):
    """You gave all hidden layers the size of the first one. Each has its own: it takes what the
    layer before it gives."""
    hidden = [sizes[1]] * (len(sizes) - 2) if len(sizes) > 2 else []
    return deep_net([*sizes[:1], *hidden, *sizes[1:][-1:]], activation)


@instead_of("deep_net")
def inputs_and_outputs_swapped(sizes, activation=nn.Tanh):
    """You gave nn.Linear its sizes the other way round. in_features comes first, although the
    weight has the shape [out_features, in_features]."""
    deep_net(sizes)
    return deep_net(sizes[::-1], activation)


@instead_of("deep_net")
def sizes_used_up(sizes, activation=nn.Tanh):
    """You took the sizes out of the list with pop. The list is the caller's: iterate over it."""
    net = deep_net(sizes, activation)
    sizes.clear()
    return net


@instead_of("deep_net")
def a_net_without_layers(sizes, activation=nn.Tanh):
    """You returned a net without a layer. Fewer than two sizes are a ValueError."""
    return deep_net(sizes, activation) if len(sizes) > 1 else nn.Sequential()


@instead_of("deep_net")
def an_activation_that_is_detached(sizes, activation=nn.Tanh):
    """You detached what the activations give. The values are right, but no gradient reaches the
    layers before them."""

    class Detached(nn.Module):
        def __init__(self):
            super().__init__()
            self.activation = activation()

        def forward(self, x):
            return self.activation(x).detach()

    return deep_net(sizes, Detached)
