"""Known wrong answers to ch02_pretrained/resnet_generator."""

from katas._dojo.writing.mistakes import Edit

no_output_padding = Edit(
    """Your images come out smaller: each transposed convolution makes 2n - 1 pixels of n, the
    other size that halves to n. output_padding=1 gives 2n.""",
    {", output_padding=1": ""},
)

no_residual = Edit(
    """Your blocks give f(x). Add x: a block that learns nothing then leaves everything as it
    is.""",
    {"return x + self.f(x)": "return self.f(x)"},
)

relu_after_the_sum = Edit(
    """You took the ReLU of x + f(x). A block only adds: what comes through it is not cut off at
    0.""",
    {"return x + self.f(x)": "return (x + self.f(x)).relu()"},
)

relu_at_the_end_of_f = Edit(
    """You have a ReLU at the end of f. Your blocks can then only add, never take away.""",
    {"return x + self.f(x)": "return x + self.f(x).relu()"},
)

one_block_for_all = Edit(
    """Your blocks are one and the same, n_blocks times. A list times a number repeats the object:
    make a new one for each place.""",
    {"*[_Block(4 * n_chans) for _ in range(n_blocks)]": "*[_Block(4 * n_chans)] * n_blocks"},
)

zeros_around = Edit(
    """You put zeros around the image. They show as a frame: reflection padding goes on with what
    is there.""",
    {
        "nn.ReflectionPad2d(kernel_size // 2)": "nn.ZeroPad2d(kernel_size // 2)",
        "nn.ReflectionPad2d(3)": "nn.ZeroPad2d(3)",
    },
)

normalized_over_the_batch = Edit(
    """You normalize over the batch. An image then depends on its neighbours: InstanceNorm2d takes
    each by itself.""",
    {
        "nn.InstanceNorm2d(n_out)": "nn.BatchNorm2d(n_out, affine=False)",
        "nn.InstanceNorm2d(2 * n)": "nn.BatchNorm2d(2 * n, affine=False)",
        "nn.InstanceNorm2d(n // 2)": "nn.BatchNorm2d(n // 2, affine=False)",
    },
)

norms_with_parameters = Edit(
    """Your norms have parameters. InstanceNorm2d has none unless it is told affine=True.""",
    {"nn.InstanceNorm2d(n_out)": "nn.InstanceNorm2d(n_out, affine=True)"},
)

no_tanh = Edit(
    """Your network ends without tanh. Its numbers have no bounds then, and pixels have.""",
    {"        nn.Tanh(),\n": ""},
)

sigmoid_for_tanh = Edit(
    """You ended with a sigmoid. Images are numbers from -1 to 1 here, in and out: tanh.""",
    {"nn.Tanh()": "nn.Sigmoid()"},
)

no_biases = Edit(
    """Your convolutions ahead of a norm have no bias. The norm takes it away again, it is true; but
    the pretrained weights have one for each.""",
    {
        "nn.Conv2d(n_in, n_out, kernel_size)": "nn.Conv2d(n_in, n_out, kernel_size, bias=False)",
        "stride=2, padding=1)": "stride=2, padding=1, bias=False)",
        "output_padding=1)": "output_padding=1, bias=False)",
    },
)

a_norm_ahead_of_tanh = Edit(
    """You normalized what the last convolution gives. Every image then has the same mean and the
    same contrast: after the last comes tanh alone.""",
    {"nn.Tanh()": "nn.InstanceNorm2d(3),\n        nn.Tanh()"},
)

clamped = Edit(
    """You cut off what lies below 0, and all of that is black. Move the numbers: add 1, then
    halve.""",
    {"(out + 1) / 2": "out.clamp(0, 1)"},
)

stretched = Edit(
    """You stretched the numbers from their least to their largest. A dull image comes out bright:
    -1 becomes 0 and 1 stays 1, whatever there is.""",
    {"(out + 1) / 2": "(out - out.min()) / (out.max() - out.min())"},
)

in_place = Edit(
    """You changed what you were given. add_ and div_ work in place: (out + 1) / 2 makes a new
    tensor.""",
    {"(out + 1) / 2": "out.add_(1).div_(2)"},
)
