"""Known wrong answers to ch08_convolutions/functional_api."""

from katas._dojo.writing.mistakes import Edit

dropped_in_eval_mode_too = Edit(
    """Your net drops numbers in eval mode too. functional.dropout does unless it is handed
    self.training, and a Dropout that is made in forward has never heard of eval().""",
    {"self.p, self.training": "self.p"},
)

the_grad_mode_for_the_mode = Edit(
    """Your net drops numbers where gradients are recorded. Those are two switches: no_grad leaves
    dropout on, eval() leaves gradients on. self.training is the one to ask.""",
    {"self.training)": "torch.is_grad_enabled())"},
)

nothing_dropped = Edit(
    """Your net drops nothing in training mode.""",
    {"self.training)": "False)"},
)

the_convolution_made_in_forward = Edit(
    """Your convolution is made anew at each call, with other random weights, so that nothing can
    train or save them. What the net keeps is made in __init__.""",
    {
        """
        self.conv = nn.Conv2d(3, 8, kernel_size=3, padding=1)
        """: "",
        "out = functional.max_pool2d(torch.tanh(self.conv(x)), 2)": """
            conv = nn.Conv2d(3, 8, kernel_size=3, padding=1).to(x)
            out = functional.max_pool2d(torch.tanh(conv(x)), 2)
        """,
    },
)

the_linear_layer_made_in_forward = Edit(
    """Your linear layer is made anew at each call, with other random weights, so that nothing can
    train or save them. What the net keeps is made in __init__.""",
    {
        """
        self.linear = nn.Linear(8 * 16 * 16, 2)
        """: "",
        "return self.linear(out.flatten(1))": "return nn.Linear(2048, 2).to(x)(out.flatten(1))",
    },
)

the_linear_layer_made_at_the_first_call = Edit(
    """Your linear layer is not there before the first call, so an optimizer that is built ahead of
    it does not know its weights. Make it in __init__: the numbers left of an image are known.""",
    {
        """
        self.linear = nn.Linear(8 * 16 * 16, 2)
        """: "",
        "return self.linear(out.flatten(1))": """
            if not hasattr(self, "linear"):
                self.linear = nn.Linear(out[0].numel(), 2).to(x)
            return self.linear(out.flatten(1))
        """,
    },
)

weights_that_nobody_knows_of = Edit(
    """You kept the weights of the convolution where the net does not know of them: they are not in
    parameters(), nor saved. Keep a Conv2d, or wrap them in nn.Parameter.""",
    {
        "self.conv = nn.Conv2d(3, 8, kernel_size=3, padding=1)": """
            self.weight = (torch.randn(8, 3, 3, 3) / 5).requires_grad_()
            self.bias = torch.zeros(8, requires_grad=True)
        """,
        "out = functional.max_pool2d(torch.tanh(self.conv(x)), 2)": """
            out = functional.conv2d(x, self.weight.to(x), self.bias.to(x), padding=1)
            out = functional.max_pool2d(torch.tanh(out), 2)
        """,
    },
)

weights_as_buffers = Edit(
    """You kept the weights of the convolution as buffers: they are saved, but no optimizer gets to
    see them. What is to be trained is a parameter.""",
    {
        "self.conv = nn.Conv2d(3, 8, kernel_size=3, padding=1)": """
            self.register_buffer("weight", torch.randn(8, 3, 3, 3) / 5)
            self.register_buffer("bias", torch.zeros(8))
        """,
        "out = functional.max_pool2d(torch.tanh(self.conv(x)), 2)": """
            out = functional.conv2d(x, self.weight, self.bias, padding=1)
            out = functional.max_pool2d(torch.tanh(out), 2)
        """,
    },
)

not_scaled = Edit(
    """You left what stays as it is. Divide it by 1 - p in training mode: the sum is then the same
    on average, and there is nothing to do in eval mode.""",
    {
        "out = functional.dropout(out, self.p, self.training)": """
            out = functional.dropout(out, self.p, self.training)
            out = out * (1 - self.p) if self.training else out
        """,
    },
)

p_for_what_stays = Edit(
    """You took p for the probability that a number stays. It is dropped with probability p.""",
    {"self.p, self.training": "1 - self.p, self.training"},
)

the_default_of_dropout = Edit(
    """Your net drops one half, whatever p says: that is what dropout does unless it is told. Hand
    p on.""",
    {"out, self.p, self.training": "out, training=self.training"},
)

whole_channels = Edit(
    """You dropped whole channels, as dropout2d does. Here each number has a draw of its own.""",
    {"functional.dropout": "functional.dropout2d"},
)

one_draw_for_all_images = Edit(
    """You dropped the same numbers in each image of the batch. Each image has draws of its own.""",
    {
        "out = functional.dropout(out, self.p, self.training)": (
            "out = out * functional.dropout(torch.ones_like(out[:1]), self.p, self.training)"
        ),
    },
)

dropped_before_the_pool = Edit(
    """You dropped numbers before the pool, which then picks the largest of what is left. Drop what
    leaves the pool.""",
    {
        "out = functional.max_pool2d(torch.tanh(self.conv(x)), 2)": """
            out = functional.dropout(torch.tanh(self.conv(x)), self.p, self.training)
        """,
        "out = functional.dropout(out, self.p, self.training)": (
            "out = functional.max_pool2d(out, 2)"
        ),
    },
)

no_tanh = Edit(
    """Your net has no tanh behind the convolution.""",
    {"torch.tanh(self.conv(x))": "self.conv(x)"},
)
