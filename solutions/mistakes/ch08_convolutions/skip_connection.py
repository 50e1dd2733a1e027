"""Known wrong answers to ch08_convolutions/skip_connection."""

from katas._dojo.writing.mistakes import Edit

no_skip = Edit(
    """Your third convolution has no way around it. Keep what goes into it, and add it to what comes
    out of its relu.""",
    {"torch.relu(self.conv3(out)) + out": "torch.relu(self.conv3(out))"},
)

added_after_the_pooling = Edit(
    """You pooled both parts, then added them. The largest of each may be of different pixels: add
    first, and pool the sum.""",
    {
        "max_pool2d(torch.relu(self.conv3(out)) + out, 2)": (
            "max_pool2d(torch.relu(self.conv3(out)), 2) + max_pool2d(out, 2)"
        ),
    },
)

added_ahead_of_relu = Edit(
    """You added ahead of relu. Here the third convolution has its relu to itself: relu first, then
    the sum.""",
    {"torch.relu(self.conv3(out)) + out": "torch.relu(self.conv3(out) + out)"},
)

added_to_itself = Edit(
    """You added what came out of the third convolution to itself. The skip carries what went in:
    keep it before the convolution.""",
    {"torch.relu(self.conv3(out)) + out": "2 * torch.relu(self.conv3(out))"},
)

only_the_way_around = Edit(
    """Your third convolution has no part in the logits. Add what comes out of its relu to what the
    skip carries.""",
    {"torch.relu(self.conv3(out)) + out": "out"},
)

added_into_the_result_of_relu = Edit(
    """You added in place to what relu returned. Autograd keeps that to know where relu was active,
    and backward fails: make a new tensor, with +.""",
    {
        "out = max_pool2d(torch.relu(self.conv3(out)) + out, 2)": """
            branch = torch.relu(self.conv3(out))
            branch += out
            out = max_pool2d(branch, 2)
        """,
    },
)

added_into_what_went_in = Edit(
    """You added in place to what went into the third convolution. Autograd keeps that for the
    gradient of its weight, and backward fails: make a new tensor, with +.""",
    {
        "out = max_pool2d(torch.relu(self.conv3(out)) + out, 2)": """
            out += torch.relu(self.conv3(out))
            out = max_pool2d(out, 2)
        """,
    },
)

a_skip_without_gradients = Edit(
    """Your skip lets numbers through, but no gradients: it was detached. They are what a skip is
    for.""",
    {"torch.relu(self.conv3(out)) + out": "torch.relu(self.conv3(out)) + out.detach()"},
)

multiplied = Edit(
    """You multiplied the two parts. Where the convolution gives 0 nothing comes through then, and
    no gradient comes back: add them.""",
    {"torch.relu(self.conv3(out)) + out": "torch.relu(self.conv3(out)) * out"},
)

averaged = Edit(
    """You took the mean of the two parts. What went in is to come through whole: add them.""",
    {"torch.relu(self.conv3(out)) + out": "(torch.relu(self.conv3(out)) + out) / 2"},
)

a_convolution_in_the_skip = Edit(
    """You put a layer with parameters into the skip. The two parts have the same shape: an addition
    is all it takes.""",
    {
        "self.fc2 = nn.Linear(32, 2)": """
            self.fc2 = nn.Linear(32, 2)
            self.skip = nn.Conv2d(n_chans1 // 2, n_chans1 // 2, kernel_size=1)
        """,
        "torch.relu(self.conv3(out)) + out": "torch.relu(self.conv3(out)) + self.skip(out)",
    },
)

a_skip_around_the_second_too = Edit(
    """You put a skip around the second convolution as well, with as many of its inputs as it has
    outputs. Only the third one has a skip.""",
    {
        "max_pool2d(torch.relu(self.conv2(out)), 2)": (
            "max_pool2d(torch.relu(self.conv2(out)) + out[:, : self.conv2.out_channels], 2)"
        ),
    },
)

tanh_for_relu = Edit(
    """You used tanh, as the nets before it in the book do. From here on it is relu.""",
    {
        "torch.relu(self.conv1(x))": "torch.tanh(self.conv1(x))",
        "torch.relu(self.conv2(out))": "torch.tanh(self.conv2(out))",
        "torch.relu(self.conv3(out))": "torch.tanh(self.conv3(out))",
        "torch.relu(self.fc1": "torch.tanh(self.fc1",
    },
)

no_relu_after_fc1 = Edit(
    """You left out the relu after fc1. Two linear layers in a row are no more than one.""",
    {"torch.relu(self.fc1(out.flatten(1)))": "self.fc1(out.flatten(1))"},
)

probabilities = Edit(
    """You returned probabilities. The net ends in logits: the loss takes the softmax itself.""",
    {"return self.fc2(out)": "return self.fc2(out).softmax(1)"},
)
