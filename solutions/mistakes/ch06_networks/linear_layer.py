"""Known wrong answers to ch06_networks/linear_layer."""

from katas._dojo.writing.mistakes import Edit

weight_not_transposed = Edit(
    """You multiplied x by the weight as it stands. Its rows belong to the outputs, so it has to
    be transposed; where both sizes are alike, no error tells you.""",
    {"x @ self.weight.T": "x @ self.weight"},
)

weight_kept_transposed = Edit(
    """You keep the weight as [in_features, out_features]. In torch it is the other way round, one
    row for each output, and saved weights come in that shape.""",
    {
        "torch.empty(out_features, in_features)": "torch.empty(in_features, out_features)",
        "self.weight.shape[1]": "self.weight.shape[0]",
        "x @ self.weight.T": "x @ self.weight",
    },
)

plain_tensors = Edit(
    """Your weight and bias are not among the parameters, as plain tensors are not. No optimizer
    finds them, and they are neither saved nor moved: wrap them in nn.Parameter.""",
    {
        "nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))": (
            "torch.empty(out_features, in_features).uniform_(-bound, bound).requires_grad_()"
        ),
        "nn.Parameter(torch.empty(out_features).uniform_(-bound, bound))": (
            "torch.empty(out_features).uniform_(-bound, bound).requires_grad_()"
        ),
    },
)

plain_tensors_without_gradients = Edit(
    """Your weight and bias are plain tensors that require no gradient. No optimizer finds them, and
    they are neither saved nor moved: wrap them in nn.Parameter.""",
    {
        "nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))": (
            "torch.empty(out_features, in_features).uniform_(-bound, bound)"
        ),
        "nn.Parameter(torch.empty(out_features).uniform_(-bound, bound))": (
            "torch.empty(out_features).uniform_(-bound, bound)"
        ),
    },
)

start_at_zero = Edit(
    """Your parameters start at zero. All units then get the same gradient, and stay alike for
    ever: draw them at random.""",
    {
        "torch.empty(out_features, in_features).uniform_(-bound, bound)": (
            "torch.zeros(out_features, in_features)"
        ),
        "torch.empty(out_features).uniform_(-bound, bound)": "torch.zeros(out_features)",
    },
)

bias_starts_at_zero = Edit(
    """Your bias starts at zero. That is a fair choice, but torch draws it like the weights, and
    so does the contract.""",
    {"torch.empty(out_features).uniform_(-bound, bound)": "torch.zeros(out_features)"},
)

weight_normal = Edit(
    """You drew the weight from normal numbers of standard deviation 1. Many inputs then add up to
    large outputs, on which tanh and sigmoid are flat: draw it between ±1 / sqrt(in_features).""",
    {
        "torch.empty(out_features, in_features).uniform_(-bound, bound)": (
            "torch.randn(out_features, in_features)"
        ),
    },
)

weight_normal_and_scaled = Edit(
    """You drew the weight from normal numbers of standard deviation 1 / sqrt(in_features). That is
    a fair choice, but the contract has them uniform, none beyond ±1 / sqrt(in_features).""",
    {
        "torch.empty(out_features, in_features).uniform_(-bound, bound)": (
            "torch.randn(out_features, in_features) * bound"
        ),
    },
)

weight_as_for_relu = Edit(
    """You took kaiming_uniform_ as it stands: made for relu, its bound is sqrt(6) times too large
    here. torch's nn.Linear calls it with a=math.sqrt(5).""",
    {
        "torch.empty(out_features, in_features).uniform_(-bound, bound)": (
            "nn.init.kaiming_uniform_(torch.empty(out_features, in_features))"
        ),
    },
)

bias_normal = Edit(
    """You drew the bias from normal numbers of standard deviation 1. Draw it as the weight is to be
    drawn, between ±1 / sqrt(in_features).""",
    {"torch.empty(out_features).uniform_(-bound, bound)": "torch.randn(out_features)"},
)

positive_start = Edit(
    """You drew between 0 and the bound: torch.rand starts at 0. Half of the numbers have to be
    negative.""",
    {
        "torch.empty(out_features, in_features).uniform_(-bound, bound)": (
            "torch.rand(out_features, in_features) * bound"
        ),
        "torch.empty(out_features).uniform_(-bound, bound)": "torch.rand(out_features) * bound",
    },
)

bias_always = Edit(
    """You made a bias, whatever the argument says. With bias=False there is none.""",
    {"if bias:": "if True:"},
)

no_attribute_without_a_bias = Edit(
    """Your layer has no attribute bias where it has no bias, so that layer.bias is an
    AttributeError. Whoever looks there expects None: set it.""",
    {
        "self.bias = None": "",
        "out if self.bias is None else out + self.bias": (
            'out + self.bias if hasattr(self, "bias") else out'
        ),
    },
)

sizes_unchecked = Edit(
    """You did not compare the sizes. torch's own error is a RuntimeError that speaks of mat1 and
    mat2: raise a ValueError that says which do not fit.""",
    {"if x.shape[-1] != in_features:": "if False:"},
)

torchs_function = Edit(
    """You called torch's linear. Here the product and the sum are yours to write.""",
    {
        """
        out = x @ self.weight.T
        return out if self.bias is None else out + self.bias
        """: "return nn.functional.linear(x, self.weight, self.bias)",
    },
)
