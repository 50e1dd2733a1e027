"""Known wrong answers to ch08_convolutions/conv_net."""

from katas._dojo.writing.mistakes import Edit

the_view_of_the_book = Edit(
    """You cut the numbers into rows of 512, wherever an image ends, as the book's view(-1, 512)
    does. An image of twice the size becomes four rows and nobody notices: keep the batch dimension,
    flatten(1).""",
    {"out.flatten(1)": "out.reshape(-1, 512)"},
)

channels_last = Edit(
    """You put the channels last before you made rows of the images. The numbers go into the linear
    layer in the order in which they lie.""",
    {"out.flatten(1)": "out.permute(0, 2, 3, 1).flatten(1)"},
)

rows_across_the_batch = Edit(
    """Your rows hold numbers of several images: the batch dimension was mixed with another. Keep it
    in front, and flatten the others.""",
    {"out.flatten(1)": "out.transpose(0, 1).reshape(len(out), -1)"},
)

relu_for_tanh = Edit(
    """Your net answers as with relu in the place of tanh. Here it is tanh, as in the book.""",
    {
        "max_pool2d(torch.tanh(self.conv1(x)), 2)": "max_pool2d(torch.relu(self.conv1(x)), 2)",
        "max_pool2d(torch.tanh(self.conv2(out)), 2)": "max_pool2d(torch.relu(self.conv2(out)), 2)",
        "torch.tanh(self.hidden": "torch.relu(self.hidden",
    },
)

no_tanh_between_the_linear_layers = Edit(
    """Your net has no activation after the hidden layer, so that the two linear layers are as good
    as one: put a tanh between them.""",
    {"torch.tanh(self.hidden(out.flatten(1)))": "self.hidden(out.flatten(1))"},
)

no_tanh_after_the_second_convolution = Edit(
    """Your net has no activation after the second convolution: put a tanh behind it.""",
    {"torch.tanh(self.conv2(out))": "self.conv2(out)"},
)

probabilities = Edit(
    """Your net returns probabilities. The loss applies softmax by itself: return the logits.""",
    {"self.output(out)": "self.output(out).softmax(dim=1)"},
)

tanh_at_the_end = Edit(
    """Your logits have gone through a tanh, which keeps them between -1 and 1. Return what the last
    layer gives.""",
    {"self.output(out)": "torch.tanh(self.output(out))"},
)

averages_pooled = Edit(
    """Your pools take the mean of each window. Max pooling keeps the largest number.""",
    {
        "import max_pool2d": "import avg_pool2d",
        "out = max_pool2d(torch.tanh(self.conv1": "out = avg_pool2d(torch.tanh(self.conv1",
        "out = max_pool2d(torch.tanh(self.conv2": "out = avg_pool2d(torch.tanh(self.conv2",
    },
)

a_single_image_without_its_batch = Edit(
    """You took away every dimension of size 1. For a batch of one image that is the batch
    dimension: logits are [N, 2] for N = 1 too.""",
    {"self.output(out)": "self.output(out).squeeze()"},
)

not_padded = Edit(
    """Your convolutions make the image smaller, so that 6x6 pixels of 8 channels are left. With
    padding=1 they keep its size, and 8x8 are left.""",
    {
        "self.conv1 = nn.Conv2d(3, 16, kernel_size=3, padding=1)": (
            "self.conv1 = nn.Conv2d(3, 16, kernel_size=3)"
        ),
        "self.conv2 = nn.Conv2d(16, 8, kernel_size=3, padding=1)": (
            "self.conv2 = nn.Conv2d(16, 8, kernel_size=3)"
        ),
        "8 * 8 * 8": "8 * 6 * 6",
    },
)

resized_to_fit = Edit(
    """Your net takes images of any size: the last pool makes 8x8 pixels of whatever comes. Here
    another size is an error.""",
    {
        "max_pool2d(torch.tanh(self.conv2(out)), 2)": (
            "nn.functional.adaptive_max_pool2d(torch.tanh(self.conv2(out)), 8)"
        ),
    },
)

dropout_too = Edit(
    """Your net gives other logits in training mode than in eval mode. The book's first net has
    no dropout: that comes later.""",
    {
        "self.output = nn.Linear(32, 2)": """
            self.output = nn.Linear(32, 2)
            self.dropout = nn.Dropout(0.3)
        """,
        "self.output(out)": "self.output(self.dropout(out))",
    },
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

the_first_layer_cut_off = Edit(
    """Your first convolution gets no gradient, nor do the images: what it gave was detached.""",
    {"torch.tanh(self.conv1(x))": "torch.tanh(self.conv1(x).detach())"},
)
