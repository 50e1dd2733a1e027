"""Known wrong answers to ch07_images/fully_connected."""

from katas._dojo.writing.mistakes import Edit

a_tanh_at_the_end = Edit(
    """You put a Tanh after the last layer, too. Logits may be any numbers: leave them as they
    are.""",
    {"*layers[:-1]": "*layers"},
)

a_log_softmax_at_the_end = Edit(
    """You ended with a LogSoftmax, as the book does for NLLLoss. Here the last layer gives the
    logits as they are.""",
    {"*layers[:-1]": "*layers[:-1], nn.LogSoftmax(dim=1)"},
)

without_activations = Edit(
    """You put nothing between the linear layers. In a row they are no more than a single one: let
    a Tanh stand between each two.""",
    {", nn.Tanh()]": "]", "*layers[:-1]": "*layers"},
)

relu_for_tanh = Edit(
    """You put a ReLU between the layers. The networks of this chapter have a Tanh there.""",
    {"nn.Tanh()": "nn.ReLU()"},
)

without_biases = Edit(
    """You left the biases out. Each layer has one for each number that it gives.""",
    {"nn.Linear(n_in, n_out)": "nn.Linear(n_in, n_out, bias=False)"},
)

one_hidden_layer = Edit(
    """You built one hidden layer, whatever sizes says. A linear layer leads from each size to the
    next: there may be more of them, or just one.""",
    {"pairwise(sizes):": "pairwise([sizes[0], sizes[1], sizes[-1]]):"},
)

layers_shared = Edit(
    """You used one layer in several places: layers of the same sizes share their weights, and learn
    as one. Make a new nn.Linear for each.""",
    {
        "import copy": """
            import copy
            import functools
        """,
        "layers = []": """
            layers = []
            linear = functools.cache(nn.Linear)
        """,
        "nn.Linear(n_in, n_out)": "linear(n_in, n_out)",
    },
)

biases_not_counted = Edit(
    """You counted weights alone. Each layer has biases as well, one for each number that it
    gives.""",
    {" + n_out for": " for"},
)

biases_for_the_inputs = Edit(
    """You counted a bias for each number that goes into a layer. There is one for each that comes
    out.""",
    {" + n_out for": " + n_in for"},
)

built_to_be_counted = Edit(
    """You built a network to count what is in it. That takes its memory, and draws each weight by
    chance: the sizes alone say how many there are.""",
    {
        "sum(n_in * n_out + n_out for n_in, n_out in pairwise(sizes))": (
            "sum(parameter.numel() for parameter in fully_connected(sizes).parameters())"
        ),
    },
)

the_way_back = Edit(
    """You reordered the weights the other way round. Pixel j is now what pixel order[j] was, and
    so its weights are those of order[j]: weight[:, order].""",
    {"[:, order]": "[:, order.argsort()]"},
)

units_reordered = Edit(
    """You reordered the units, the rows of the weight. The pixels are its columns.""",
    {"[:, order]": "[order]"},
)

the_model_changed = Edit(
    """You changed the model that you were handed. Its owner still needs it: change a copy.""",
    {"copy.deepcopy(model)": "model"},
)

parameters_shared = Edit(
    """Your copy shares parameters with the model: where one learns, the other moves. Copy all
    layers, as copy.deepcopy does.""",
    {
        "copy.deepcopy(model)": "nn.Sequential(copy.deepcopy(model[0]), *model[1:])",
    },
)

nothing_reordered = Edit(
    """You returned a copy that is like the model. Its first weight has a column for each pixel:
    those have to move with the pixels.""",
    {"[:, order]": ""},
)
