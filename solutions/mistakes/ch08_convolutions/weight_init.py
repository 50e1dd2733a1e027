"""Known wrong answers to ch08_convolutions/weight_init."""

from katas._dojo.writing.mistakes import Edit

the_kernel_forgotten = Edit(
    """You took the input channels for fan_in. Each number of a convolution's output is a sum over
    the whole kernel, too: channels times height times width.""",
    {"weight[0].numel()": "weight.shape[1]"},
)

kernels_taken_for_square = Edit(
    """You took one side of the kernel for both. It may be higher than wide: channels times height
    times width.""",
    {"weight[0].numel()": "weight.shape[1] * (weight.shape[-1] ** 2 if weight.dim() == 4 else 1)"},
)

fan_out = Edit(
    """You counted along the output. A sum has as many products as go into it: that is fan_in, of
    input channels.""",
    {"weight[0].numel()": "weight[:, 0].numel()"},
)

the_gain_forgotten = Edit(
    """You left out the 2. relu drops half of what a layer gives, so numbers would shrink by a root
    of 2 with each layer.""",
    {"math.sqrt(2 / fan_in)": "math.sqrt(1 / fan_in)"},
)

a_variance = Edit(
    """You gave the variance. The standard deviation is its root.""",
    {"math.sqrt(2 / fan_in)": "2 / fan_in"},
)

xavier = Edit(
    """You went by fan_in and fan_out together, which is Xavier's way, meant for tanh. For relu it
    is fan_in alone.""",
    {"2 / fan_in": "2 / (fan_in + weight[:, 0].numel())"},
)

uniform_numbers = Edit(
    """Your weights are of the right size, but their distribution is not normal: there are none, or
    too few, beyond twice the standard deviation.""",
    {
        "nn.init.normal_(module.weight, std=kaiming_std(module.weight))": (
            "nn.init.uniform_(module.weight, *(it * 3**0.5 * kaiming_std(module.weight)"
            " for it in (-1, 1)))"
        ),
    },
)

convolutions_only = Edit(
    """Your linear layers stay as they were. What is a sum of products starts by the same
    rule.""",
    {"nn.Linear | nn.Conv2d": "nn.Conv2d"},
)

biases_left = Edit(
    """You left biases of linear layers and convolutions as they were. They start at 0.""",
    {
        """
        if module.bias is not None:
            nn.init.zeros_(module.bias)
        """: "",
    },
)

batch_norm_left = Edit(
    """You left batch norm as it was. Its weights start at 0.5 here, its biases at 0.""",
    {
        """
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.constant_(module.weight, 0.5)
            nn.init.zeros_(module.bias)
        """: "",
    },
)

parameters_replaced = Edit(
    """You put new parameters into the layers. An optimizer still holds the old ones, and would
    train those: fill what is there, in place.""",
    {
        "nn.init.normal_(module.weight, std=kaiming_std(module.weight))": (
            "module.weight = nn.Parameter("
            "nn.init.normal_(module.weight.detach().clone(), std=kaiming_std(module.weight)))"
        ),
    },
)

other_tensors_put_in = Edit(
    """You gave the parameters other tensors. Who looks at the old ones sees no change: fill what
    is there, in place.""",
    {
        "nn.init.normal_(module.weight, std=kaiming_std(module.weight))": (
            "module.weight.data = "
            "nn.init.normal_(module.weight.detach().clone(), std=kaiming_std(module.weight))"
        ),
    },
)

children_only = Edit(
    """You went through the model's children. Layers within layers are no children of it, nor is a
    model that is itself a layer: modules() goes through all.""",
    {"model.modules()": "model.children()"},
)

running_statistics_reset = Edit(
    """You reset batch norm's running statistics. They are measured, not where training starts
    from: leave them.""",
    {
        "nn.init.constant_(module.weight, 0.5)": """
            module.reset_parameters()
            nn.init.constant_(module.weight, 0.5)
        """,
    },
)

seeded = Edit(
    """Your weights are the same each time. Two models are then one, twice over: draw anew, and
    leave seeds to whoever trains.""",
    {
        "from torch import Tensor, nn": "import torch\nfrom torch import Tensor, nn",
        "for module in model.modules()": """
        torch.manual_seed(0)
        for module in model.modules()""",
    },
)
