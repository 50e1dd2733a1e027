"""Known wrong answers to ch11_training/bias_init."""

from katas._dojo.writing.mistakes import Edit

WEIGHTS = 'nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")'
BIASES = "nn.init.uniform_(module.bias, -bound, bound)"
BOUND = "math.sqrt(module.weight[:, 0].numel())"

biases_of_the_book = Edit(
    """Your biases have a mean of -1 / √fan_out, as those of the book: five in six are below 0. What
    normal_ takes is a mean and a standard deviation; it is uniform_ that takes two bounds.""",
    {BIASES: "nn.init.normal_(module.bias, -bound, bound)"},
)

normal_biases = Edit(
    """Your biases are normal: they are centred, but some lie beyond the bounds. Draw them
    uniformly between both.""",
    {BIASES: "nn.init.normal_(module.bias, 0, bound)"},
)

biases_at_zero = Edit(
    """You set the biases to 0. Here each is drawn: uniformly, within its bounds.""",
    {BIASES: "nn.init.zeros_(module.bias)"},
)

biases_left = Edit(
    """You left the biases as they were. They are drawn anew, too.""",
    {BIASES: "pass"},
)

biases_by_fan_in = Edit(
    """You took the bound of the biases from fan_in. Here it goes by fan_out, as the weights
    do.""",
    {BOUND: "math.sqrt(module.weight[0].numel())"},
)

the_kernel_forgotten = Edit(
    """You took the output channels alone for fan_out when you drew biases. The size of the kernel
    counts as well.""",
    {BOUND: "math.sqrt(module.weight.shape[0])"},
)

fan_in = Edit(
    """Your weights go by fan_in, which keeps the size of what goes forward, and is the default of
    kaiming_normal_. Here it is fan_out, for what comes back.""",
    {'mode="fan_out", ': ""},
)

the_gain_forgotten = Edit(
    """Your weights have the variance 1 / fan_out. relu drops half of everything: it is
    2 / fan_out.""",
    {'nonlinearity="relu"': 'nonlinearity="linear"'},
)

the_variance_for_its_root = Edit(
    """Your weights are much too small. 2 / fan_out is their variance, and normal_ takes a standard
    deviation, the root of it.""",
    {WEIGHTS: "nn.init.normal_(module.weight, 0, 2 / module.weight[:, 0].numel())"},
)

uniform_weights = Edit(
    """Your weights are uniform: of the right variance, but none lies beyond two standard
    deviations. Draw them normally.""",
    {"kaiming_normal_": "kaiming_uniform_"},
)

subclasses_skipped = Edit(
    """You asked for the very type, as the book does. A layer that somebody has derived from
    nn.Linear is skipped then, without a word: isinstance knows it.""",
    {
        "isinstance(module, nn.Linear | nn.Conv2d | nn.Conv3d)": (
            "type(module) in {nn.Linear, nn.Conv2d, nn.Conv3d}"
        ),
    },
)

whatever_has_a_weight = Edit(
    """You drew weights for every layer that has some. Batch norm starts at 1, and an embedding is
    no sum: only linear layers and convolutions are meant.""",
    {
        "isinstance(module, nn.Linear | nn.Conv2d | nn.Conv3d)": (
            "getattr(module, 'weight', None) is not None"
        ),
        WEIGHTS: "nn.init.normal_(module.weight, 0, math.sqrt(2 / module.weight[:, 0].numel()))"
        " if module.weight.dim() > 1 else nn.init.uniform_(module.weight)",
        "if module.bias is not None": "if getattr(module, 'bias', None) is not None",
        BOUND: "math.sqrt(module.weight[:, :1].numel() if module.weight.dim() > 1 else 1)",
    },
)

children_only = Edit(
    """You went through the model's children. Layers within layers are no children of it, nor is a
    model that is itself a layer: modules() goes through all.""",
    {"model.modules()": "model.children()"},
)

parameters_replaced = Edit(
    """You put new parameters into the layers. An optimizer still holds the old ones, and would
    train those: fill what is there, in place.""",
    {
        "for module in model.modules():\n    if": """
        for module in model.modules():
            for name, it in list(module.named_parameters(recurse=False)):
                setattr(module, name, nn.Parameter(it.detach().clone()))
            if
        """,
    },
)

seeded = Edit(
    """Your numbers are the same each time, or the same for equal layers. Draw anew, and leave seeds
    to whoever trains.""",
    {
        "from torch import nn": "import torch\nfrom torch import nn",
        WEIGHTS: f"torch.manual_seed(0)\n{WEIGHTS}",
    },
)
