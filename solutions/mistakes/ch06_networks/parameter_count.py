"""Known wrong answers to ch06_networks/parameter_count."""

from katas._dojo.writing.mistakes import Edit

generator_read_twice = Edit(
    """Your second number is always 0. parameters() gives a generator, and the first sum uses it
    up: make a list of it, or call it again.""",
    {"list(model.parameters())": "model.parameters()"},
)

tensors_counted = Edit(
    """You counted tensors. Count the numbers in them: numel().""",
    {
        "return _n_elements(parameters), _n_elements(trainable)": """
        return len(parameters), len(list(trainable))
    """
    },
)

buffers_counted = Edit(
    """You counted what state_dict() holds: the buffers too, and a tied parameter under each of its
    names. Go through parameters().""",
    {"return _n_elements(parameters)": "return _n_elements(model.state_dict().values())"},
)

nothing_trainable_in_the_state_dict = Edit(
    """You went through state_dict() for both numbers. What it holds requires no gradient, so that
    nothing is trainable there, and buffers count: go through parameters().""",
    {"list(model.parameters())": "list(model.state_dict().values())"},
)

tied_counted_twice = Edit(
    """You counted a tied parameter in each of its places. It is one parameter: count it once.""",
    {
        "list(model.parameters())": """
            [it for _, it in model.named_parameters(remove_duplicate=False)]
        """,
    },
)

layers_below_only = Edit(
    """You went through children() and added up their parameters. What two of them share counts
    twice then, and what the model itself holds not at all.""",
    {"list(model.parameters())": "[it for layer in model.children() for it in layer.parameters()]"},
)

layer_by_layer = Edit(
    """You added up modules(), each with all that lies below it, so deeper parameters count again
    and again. parameters() walks the whole tree by itself.""",
    {
        "list(model.parameters())": """
            [it for module in model.modules() for it in module.parameters()]
        """,
    },
)

weights_and_biases_only = Edit(
    """You added up the weight and the bias of each module. A parameter may have another name, and
    one that stands in two modules counts twice: parameters() has each of them once.""",
    {
        "list(model.parameters())": """
            [
                it
                for module in model.modules()
                for name in ("weight", "bias")
                if (it := getattr(module, name, None)) is not None
            ]
        """,
    },
)

all_are_trainable = Edit(
    """You gave the total twice. Frozen parameters are not trainable: look at requires_grad.""",
    {" if parameter.requires_grad": ""},
)

the_frozen_counted = Edit(
    """Your second number is that of the frozen parameters. Those are trainable whose requires_grad
    is True.""",
    {"if parameter.requires_grad": "if not parameter.requires_grad"},
)

sizes_multiplied_by_numpy = Edit(
    """Your counts are right, but no ints: np.prod gives NumPy's numbers, torch.prod tensors.
    numel() gives ints.""",
    {
        "from torch import nn": "import numpy as np\nfrom torch import nn",
        "parameter.numel()": "np.prod(parameter.shape)",
    },
)

rows_counted = Edit(
    """You counted the rows of each parameter, as len() does. Multiply all its sizes: numel().""",
    {"parameter.numel()": "(len(parameter) if parameter.dim() else 1)"},
)

trainable_alone = Edit(
    """You left the frozen parameters out of both numbers. The first is that of all.""",
    {"list(model.parameters())": "[it for it in model.parameters() if it.requires_grad]"},
)
