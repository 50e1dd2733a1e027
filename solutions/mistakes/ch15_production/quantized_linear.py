"""Known wrong answers to ch15_production/quantized_linear."""

from katas._dojo.writing.mistakes import Edit

the_float_weight_kept = Edit(
    """You keep the float weight as well, alone or in the linear layer that you were given. The
    layer then takes more memory than before: keep int8 and scales.""",
    {"self.bias = linear.bias": "self.bias = linear.bias\nself.linear = linear"},
)

floats_again_once_and_for_all = Edit(
    """You made floats of the int8 once, and keep them. That is as large as before: do it in
    forward, for each batch.""",
    {
        "self.bias = linear.bias": "self.bias = linear.bias\nself.floats = scale * self.quantized",
        "weight = self.quantized * self.scale": "weight = self.floats",
    },
)

no_buffers = Edit(
    """You keep int8 and scales as plain attributes. They are then neither saved nor moved to
    another device: register_buffer.""",
    {
        'self.register_buffer("quantized", (weight / scale).round().to(torch.int8))': (
            "self.quantized = (weight / scale).round().to(torch.int8)"
        ),
        'self.register_buffer("scale", scale)': "self.scale = scale",
    },
)

parameters_for_buffers = Edit(
    """You made parameters of int8 and scales. Whoever asks for the parameters, an optimizer for
    one, is handed them, and they are not to be trained: register_buffer.""",
    {
        'self.register_buffer("quantized", (weight / scale).round().to(torch.int8))': (
            "self.quantized = nn.Parameter("
            "(weight / scale).round().to(torch.int8), requires_grad=False)"
        ),
        'self.register_buffer("scale", scale)': (
            "self.scale = nn.Parameter(scale, requires_grad=False)"
        ),
    },
)

a_graph_behind_the_scale = Edit(
    """Your scale takes a gradient, or has a graph behind it that keeps the float weight. Detach the
    weight first, and register a buffer.""",
    {"linear.weight.detach()": "linear.weight"},
)

one_scale_for_all = Edit(
    """You have one scale for all rows. One large number takes the digits from all others: a scale
    for each row.""",
    {
        "weight.abs().amax(dim=1, keepdim=True)": (
            "weight.abs().amax().expand(len(weight), 1).clone()"
        ),
    },
)

zeros_over_zero = Edit(
    """Your scale of a row of zeros is 0, or next to it. Nothing can be divided by 0: such a row has
    the scale 1.""",
    {".masked_fill(largest == 0, 1)": ""},
)

the_scale_forgotten = Edit(
    """You compute with the int8 as they are. Each row is to be multiplied by its scale.""",
    {"weight = self.quantized * self.scale": "weight = self.quantized"},
)

in_the_dtype_of_the_scale = Edit(
    """You left the weight in the dtype of the scale. Where x has another one the product is an
    error: convert the weight.""",
    {"weight.to(x.dtype)": "weight"},
)

the_bias_frozen = Edit(
    """Your bias is no parameter any more, or takes no gradient. It is to be trained as before: keep
    that of the linear layer.""",
    {
        "self.bias = linear.bias": (
            'self.register_buffer("bias", None if linear.bias is None else linear.bias.detach())'
        ),
    },
)

a_bias_of_its_own = Edit(
    """You made a new bias. An optimizer that has the old one, or another layer that shares it, does
    not know of it: keep that of the linear layer.""",
    {
        "import torch\n": "import copy\n\nimport torch\n",
        "self.bias = linear.bias": "self.bias = copy.deepcopy(linear.bias)",
    },
)

children_alone = Edit(
    """You replaced the children of the model, and no layers further inside. named_modules goes to
    any depth.""",
    {
        "list(model.named_modules(remove_duplicate=False))": "list(model._modules.items())",
    },
)

one_place_of_several = Edit(
    """You did not replace a layer in each of its places. In the others the float layer goes on:
    named_modules names each place with remove_duplicate=False.""",
    {"named_modules(remove_duplicate=False)": "named_modules()"},
)

one_layer_became_several = Edit(
    """You made a new layer for each place of one and the same layer. Then it takes its memory
    several times: look up whether it has been made.""",
    {"if module not in made:\n": "if True:\n"},
)

the_weight_taken_away_as_in_the_book = Edit(
    """You took the weight away from whoever shares it, as happens where a tied embedding is treated
    like the layer. It has no other weight: leave it there.""",
    {
        "model.set_submodule(name, made[module])": """
            model.set_submodule(name, made[module])
            for other in list(model.modules()):
                if getattr(other, "weight", None) is module.weight:
                    del other.weight
        """,
    },
)
