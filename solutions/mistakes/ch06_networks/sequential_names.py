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

thirteen_whatever_is_asked_for = Edit(
    """Your hidden layer has 13 units, whatever n_hidden says. 13 is the default, no more.""",
    {"nn.Linear(1, n_hidden)": "nn.Linear(1, 13)", "nn.Linear(n_hidden, 1)": "nn.Linear(13, 1)"},
)

another_activation = Edit(
    """You used another activation. The book's network has a Tanh here.""",
    {"nn.Tanh()": "nn.ReLU()"},
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
    """You went from child to child. What the model itself holds is missing then, and what two
    children share is listed twice: named_parameters() walks the whole tree.""",
    {
        "return {name: tuple(parameter.shape) for name, parameter in model.named_parameters()}": """
            return {
                f"{child}.{name}": tuple(parameter.shape)
                for child, layer in model.named_children()
                for name, parameter in layer.named_parameters()
            }
        """,
    },
)

no_names_below = Edit(
    """You kept the last part of each name only, so one weight hides another. A name is the whole
    path: named_parameters() gives it.""",
    {"{name: tuple(": '{name.rpartition(".")[2]: tuple('},
)

a_dot_ahead = Edit(
    """You put a dot ahead of the parameters that the model itself holds. Their path is empty: join
    with a dot only what lies below a module.""",
    {
        "return {name: tuple(parameter.shape) for name, parameter in model.named_parameters()}": """
            found = {
                parameter: f"{path}.{name}"
                for path, module in reversed(list(model.named_modules()))
                for name, parameter in reversed(list(module.named_parameters(recurse=False)))
            }
            return {name: tuple(it.shape) for it, name in reversed(found.items())}
        """,
    },
)

under_each_name = Edit(
    """You listed a tied parameter under each of its names. It is one parameter, and has its place
    under the first.""",
    {"named_parameters()": "named_parameters(remove_duplicate=False)"},
)

frozen_left_out = Edit(
    """You left frozen parameters out. They are not trained, but they are parameters.""",
    {"in model.named_parameters()": "in model.named_parameters() if parameter.requires_grad"},
)

shapes_as_lists = Edit(
    """You gave the shapes as lists. Tuples were asked for, and torch.Size is one already.""",
    {"tuple(parameter.shape)": "list(parameter.shape)"},
)
