"""Known wrong answers to ch06_networks/composition."""

from katas._dojo.writing.mistakes import Edit

in_the_order_of_reading = Edit(
    """You multiplied the weights from left to right. The layer that comes last stands on the
    left, w1 @ w0: matrices act on what is to their right.""",
    {
        "weight = torch.eye(first.in_features, **like_first)": """
            weight = first.weight
            for layer in layers[1:]:
                weight = weight @ layer.weight
        """,
        "weight = layer.weight @ weight": "",
    },
)

biases_added_up = Edit(
    """You added the biases up. A bias runs through all layers after its own, so that their
    weights multiply it: w1 @ b0 + b1.""",
    {
        "torch.zeros(first.in_features, **like_first)": "0",
        "bias = layer(bias)": "bias = bias if layer.bias is None else bias + layer.bias",
        "collapsed.bias.copy_(bias)": "collapsed.bias[:] = bias",
    },
)

the_last_bias_only = Edit(
    """You kept the bias of the last layer. Those before it reach the output too, through the
    layers that follow them.""",
    {"collapsed.bias.copy_(bias)": "collapsed.bias[:] = 0 if last.bias is None else last.bias"},
)

every_layer_has_a_bias = Edit(
    """You read the bias of every layer. With bias=False it is None: leave it out there.""",
    {"bias = layer(bias)": "bias = layer.weight @ bias + layer.bias"},
)

the_only_layer_itself = Edit(
    """You were given a single layer, and your new one has its very parameters. Training one then
    moves the other too: build a layer with parameters of its own.""",
    {
        "first, last = layers[0], layers[-1]": """
            first, last = layers[0], layers[-1]
            if len(layers) == 1:
                return first
        """,
    },
)

in_single_precision = Edit(
    """Your new layer is float32 whatever the others are, as a layer is that is built without a
    dtype. Take dtype and device from the layers that you were given.""",
    {"last.out_features, **like_first": "last.out_features"},
)

sizes_unchecked = Edit(
    """You multiplied without looking at the sizes. torch's own error speaks of mat1 and mat2:
    compare the features of neighbours, and raise a ValueError that says which do not fit.""",
    {"if one.out_features != after.in_features:": "if False:"},
)

an_empty_list_unchecked = Edit(
    """You took the first layer without asking whether there is one. An empty list is a
    ValueError.""",
    {"if not layers:": "if False:"},
)

an_activation_after_the_last_layer = Edit(
    """You put an activation after every layer, the last one too. The output is then confined to
    its range: leave the last layer bare.""",
    {
        """
        if layers:
            layers.append(activation())
        layers.append(nn.Linear(n_in, n_out))
        """: """
        layers.append(nn.Linear(n_in, n_out))
        layers.append(activation())
        """,
    },
)

the_last_told_by_its_size = Edit(
    """You left out an activation within the net: wherever a layer gives as many features as the
    last one. Tell the last layer by its place, not by its size.""",
    {
        """
        if layers:
            layers.append(activation())
        layers.append(nn.Linear(n_in, n_out))
        """: """
        layers.append(nn.Linear(n_in, n_out))
        if n_out != sizes[-1]:
            layers.append(activation())
        """,
    },
)

no_activation_at_all = Edit(
    """You left out the activations. Linear layers alone are one linear layer, however many.""",
    {
        """
        if layers:
            layers.append(activation())
        """: "",
    },
)

one_activation_for_all = Edit(
    """You made one activation and put it everywhere. If it has parameters of its own, as PReLU
    has, all places share them: call activation() for each.""",
    {
        "layers: list[nn.Module] = []": """
            layers: list[nn.Module] = []
            shared = activation()
        """,
        "layers.append(activation())": "layers.append(shared)",
    },
)

always_tanh = Edit(
    """You wrote Tanh into the function. The activation is an argument.""",
    {"layers.append(activation())": "layers.append(nn.Tanh())"},
)

layers_in_a_plain_list = Edit(
    """Your net has no parameters: a module does not look into a Python list. So nothing is
    trained. Use nn.Sequential or nn.ModuleList.""",
    {
        "return nn.Sequential(*layers)": """
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.layers = layers

                def forward(self, x):
                    for layer in self.layers:
                        x = layer(x)
                    return x

            return Net()
        """,
    },
)

a_net_without_layers = Edit(
    """You did not count the sizes. Fewer than two make no layer: that is a ValueError.""",
    {"if len(sizes) < 2:": "if False:"},
)
