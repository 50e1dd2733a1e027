"""Known wrong answers to ch08_convolutions/resnet_depth."""

from katas._dojo.writing.mistakes import Edit

relu_after_the_sum = Edit(
    """You applied relu to the sum. In this block relu belongs to the branch: the input is added
    after it, so that negative numbers come through too.""",
    {
        "torch.relu(self.batch_norm(self.conv(x))) + x": (
            "torch.relu(self.batch_norm(self.conv(x)) + x)"
        ),
    },
)

no_skip = Edit(
    """You returned the branch alone. What makes the block residual is the input added to it.""",
    {"self.batch_norm(self.conv(x))) + x": "self.batch_norm(self.conv(x)))"},
)

relu_on_the_input_in_place = Edit(
    """You ran relu on the input, in place: the skip then adds a copy without its negative numbers.
    Relu comes after batch norm, and the input stays as it is.""",
    {
        "torch.relu(self.batch_norm(self.conv(x))) + x": (
            "self.batch_norm(self.conv(torch.relu_(x))) + x"
        ),
    },
)

added_into_the_result_of_relu = Edit(
    """You added x in place to what relu returned. Autograd keeps that result to know where relu was
    active: make a new tensor, out + x.""",
    {
        "return torch.relu(self.batch_norm(self.conv(x))) + x": """
            out = torch.relu(self.batch_norm(self.conv(x)))
            out += x
            return out
        """,
    },
)

added_into_the_input = Edit(
    """You added the branch in place to the input. It belongs to the caller, and the convolution has
    kept it for its gradient: make a new tensor, out + x.""",
    {
        "return torch.relu(self.batch_norm(self.conv(x))) + x": """
            x += torch.relu(self.batch_norm(self.conv(x)))
            return x
        """,
    },
)

bias_before_batch_norm = Edit(
    """You left the convolution its bias. Batch norm subtracts the mean of each channel, and the
    bias with it: pass bias=False.""",
    {", bias=False": ""},
)

default_initialization = Edit(
    """You kept the weights that nn.Conv2d starts with; they are smaller. Draw them with
    nn.init.kaiming_normal_ for relu.""",
    {'nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu")': ""},
)

batch_norm_weight_of_one = Edit(
    """You left batch norm's weight at 1, where nn.BatchNorm2d starts it. Set it to 0.5.""",
    {"nn.init.constant_(self.batch_norm.weight, 0.5)": ""},
)

seeded_in_the_constructor = Edit(
    """Your blocks all start with the same weights, as they do after a seed that is set in the
    constructor. Seeding belongs to the caller, whose random numbers start over too.""",
    {
        """
        def __init__(self, n_chans: int):
            super().__init__()
        """: """
        def __init__(self, n_chans: int):
            super().__init__()
            torch.manual_seed(0)
        """,
    },
)

one_block_many_times_of_the_book = Edit(
    """You built one block and put it in n_blocks places, as the book does: n_blocks * [block]
    copies the reference, so all places share one set of weights. Build each anew.""",
    {
        "nn.Sequential(*(ResBlock(n_chans1) for _ in range(n_blocks)))": (
            "nn.Sequential(*(n_blocks * [ResBlock(n_chans1)]))"
        ),
    },
)

blocks_share_their_batch_norm = Edit(
    """You used one batch norm in all blocks. Its running statistics are a mixture that fits none of
    them in eval mode: each block needs a batch norm of its own.""",
    {
        "self.hidden = nn.Linear": """
            for block in self.blocks:
                block.batch_norm = self.blocks[0].batch_norm
            self.hidden = nn.Linear
        """,
    },
)

blocks_in_a_plain_list = Edit(
    """You kept the blocks in a Python list. nn.Module does not look inside: their parameters are
    not the net's, and neither .to() nor an optimizer finds them. Use nn.Sequential or
    nn.ModuleList.""",
    {
        "nn.Sequential(*(ResBlock(n_chans1) for _ in range(n_blocks)))": (
            "[ResBlock(n_chans1) for _ in range(n_blocks)]"
        ),
        "out = max_pool2d(self.blocks(out), 2)": """
            for block in self.blocks:
                out = block(out)
            out = max_pool2d(out, 2)
        """,
    },
)

no_relu_after_the_hidden_units = Edit(
    """You left out the relu after the hidden units. Two linear layers in a row are no more than
    one.""",
    {"torch.relu(self.hidden(out.flatten(1)))": "self.hidden(out.flatten(1))"},
)

softmax_at_the_end = Edit(
    """You returned probabilities. The net ends in logits: the loss takes the softmax itself, and a
    second one weakens the gradient.""",
    {"return self.output(out)": "return self.output(out).softmax(1)"},
)

relu_on_the_logits = Edit(
    """You applied relu to the logits. It belongs after the hidden units; a logit may be
    negative.""",
    {"return self.output(out)": "return torch.relu(self.output(out))"},
)
