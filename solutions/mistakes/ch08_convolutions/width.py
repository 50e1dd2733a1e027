"""Known wrong answers to ch08_convolutions/width."""

from katas._dojo.writing.mistakes import Edit

the_flattened_size_of_the_book = Edit(
    """Your linear layer takes 8 * 8 * n_chans1 // 2 numbers, as the book's. For an odd width that
    is 32 too many: 8 * 8 * (n_chans1 // 2).""",
    {"8 * 8 * n_chans2": "8 * 8 * n_chans1 // 2"},
)

half_rounded_up = Edit(
    """You rounded half a channel up. It is rounded down here: n_chans1 // 2.""",
    {"n_chans1 // 2": "(n_chans1 + 1) // 2"},
)

half_rounded = Edit(
    """You rounded to the nearest even number, as round() does with a half: of 7 channels that makes
    4, of 5 only 2. Round down: n_chans1 // 2.""",
    {"n_chans1 // 2": "round(n_chans1 / 2)"},
)

the_second_as_wide_as_the_first = Edit(
    """You gave the second convolution as many channels as the first. It has half of them.""",
    {"n_chans1 // 2": "n_chans1"},
)

the_second_fixed = Edit(
    """Your second convolution has 16 channels, whatever the width. Give it half as many as the
    first.""",
    {"n_chans1 // 2": "16"},
)

the_linear_layer_fixed = Edit(
    """Your linear layer takes 1024 numbers, whatever the width. That fits 32 channels only: it
    takes 64 for each channel of the second convolution.""",
    {"8 * 8 * n_chans2": "1024"},
)

always_32_channels = Edit(
    """Your net has 32 channels, whatever it is told. Use the argument.""",
    {"n_chans2 = n_chans1 // 2": "n_chans1, n_chans2 = 32, 16"},
)

as_wide_as_net = Edit(
    """Your net has 16 channels if it is told nothing. Here it has 32 then.""",
    {"n_chans1: int = 32": "n_chans1: int = 16"},
)

hidden_units_grow_too = Edit(
    """Your hidden layer grows with the width. It has 32 units always: only the convolutions get
    wider.""",
    {
        "nn.Linear(8 * 8 * n_chans2, 32)": "nn.Linear(8 * 8 * n_chans2, n_chans1)",
        "nn.Linear(32, 2)": "nn.Linear(n_chans1, 2)",
    },
)

the_size_found_out_later = Edit(
    """Your linear layer has no weights before it has seen an image, so that they cannot be counted.
    Its size is known: 64 numbers for each channel.""",
    {"nn.Linear(8 * 8 * n_chans2, 32)": "nn.LazyLinear(32)"},
)

the_width_of_the_last_net = Edit(
    """Your nets share one width, that of the net built last. Keep it in self, or do without it:
    flatten(1) needs none.""",
    {
        "n_chans2 = n_chans1 // 2": """
            n_chans2 = n_chans1 // 2
            NetWidth.n_inputs = 8 * 8 * n_chans2
        """,
        "out.flatten(1)": "out.reshape(-1, NetWidth.n_inputs)",
    },
)

no_tanh_between_the_linear_layers = Edit(
    """Your net has no activation after the hidden layer, so that the two linear layers are as good
    as one: put a tanh between them.""",
    {"torch.tanh(self.hidden(out.flatten(1)))": "self.hidden(out.flatten(1))"},
)

probabilities = Edit(
    """Your net returns probabilities. The loss applies softmax by itself: return the logits.""",
    {"self.output(out)": "self.output(out).softmax(dim=1)"},
)

a_single_image_without_its_batch = Edit(
    """You took away every dimension of size 1. For a batch of one image that is the batch
    dimension: logits are [N, 2] for N = 1 too.""",
    {"self.output(out)": "self.output(out).squeeze()"},
)

seeded = Edit(
    """Your net seeds torch's random numbers, so that every net starts from the same. Leave the seed
    to whoever trains it.""",
    {
        "super().__init__()": """
            super().__init__()
            torch.manual_seed(0)
        """,
    },
)
