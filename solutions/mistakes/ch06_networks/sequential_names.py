"""Known wrong answers to ch06_networks/sequential_names."""

from torch import nn

from katas._dojo.writing.mistakes import Edit, instead_of
from solutions.katas.ch06_networks import sequential_names as right

without_names = Edit(
    """You gave Sequential the layers without names, so they are called 0, 1 and 2. Hand it an
    OrderedDict from name to layer.""",
    {
        """
        OrderedDict(
            hidden_linear=nn.Linear(1, n_hidden),
            hidden_activation=nn.Tanh(),
            output_linear=nn.Linear(n_hidden, 1),
        )
        """: "nn.Linear(1, n_hidden), nn.Tanh(), nn.Linear(n_hidden, 1)",
    },
)

another_default = Edit(
    """Your default is another number of hidden units. The book's network has 13.""",
    {"n_hidden: int = 13": "n_hidden: int = 8"},
)

no_activation = Edit(
    """You left the activation out. Two linear layers in a row are one linear layer.""",
    {"hidden_activation=nn.Tanh(),": ""},
)

an_extra_layer = Edit(
    """You added an activation after the output. Its values would stay between -1 and 1: the last
    layer is linear.""",
    {
        "output_linear=nn.Linear(n_hidden, 1),": """
            output_linear=nn.Linear(n_hidden, 1),
            output_activation=nn.Tanh(),
        """,
    },
)


@instead_of("build_model")
def all_weights_alike(n_hidden=13):
    """You set all weights to one number. The hidden units then get the same gradient and stay
    alike for ever: leave the random start that torch makes."""
    model = right.build_model(n_hidden)
    for parameter in model.parameters():
        nn.init.constant_(parameter, 0.1)
    return model


seeded_in_here = Edit(
    """Your models all start alike, as they do after a seed that is set inside. Seeding belongs to
    whoever calls.""",
    {
        "from torch import nn": "import torch\nfrom torch import nn",
        "return nn.Sequential(": """
            torch.manual_seed(0)
            return nn.Sequential(
        """,
    },
)

with_buffers = Edit(
    """You listed state_dict(), where buffers stand too, and a tied parameter under each of its
    names. named_parameters() lists parameters.""",
    {"model.named_parameters()": "model.state_dict().items()"},
)

children_only = Edit(
    """You looked at the layers right below the model. Parameters may lie deeper, or in the model
    itself: named_parameters() walks the whole tree.""",
    {
        "return {name: tuple(parameter.shape) for name, parameter in model.named_parameters()}": """
            return {
                f"{child}.{name}": tuple(parameter.shape)
                for child, layer in model.named_children()
                for name, parameter in layer.named_parameters(recurse=False)
            }
        """,
    },
)

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

tied_counted_twice = Edit(
    """You counted a tied parameter in each of its places. It is one parameter: count it once.""",
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

all_are_trainable = Edit(
    """You gave the total twice. Frozen parameters are not trainable: look at requires_grad.""",
    {" if parameter.requires_grad": ""},
)

sizes_multiplied_by_numpy = Edit(
    """Your counts are right, but no ints: np.prod gives NumPy's numbers, torch.prod tensors.
    numel() gives ints.""",
    {
        "from torch import nn": "import numpy as np\nfrom torch import nn",
        "parameter.numel()": "np.prod(parameter.shape)",
    },
)
