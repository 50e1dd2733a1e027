"""Right answers to ch08_convolutions/resnet_depth, written differently."""

import copy
import functools

import torch
from torch import nn
from torch.nn.functional import adaptive_max_pool2d, batch_norm, conv2d, max_pool2d, relu, unfold

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch08_convolutions.resnet_depth import ResBlock as Block

EQUIVALENT = {
    "None of these draws random numbers that another could miss.": [
        (
            """
            self.batch_norm = nn.BatchNorm2d(n_chans)
            nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu")
            """,
            """
            nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu")
            self.batch_norm = nn.BatchNorm2d(n_chans)
            """,
        ),
        (
            """
            nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu")
            nn.init.constant_(self.batch_norm.weight, 0.5)
            """,
            """
            nn.init.constant_(self.batch_norm.weight, 0.5)
            nn.init.kaiming_normal_(self.conv.weight, nonlinearity="relu")
            """,
        ),
        (
            """
            nn.init.constant_(self.batch_norm.weight, 0.5)
            nn.init.zeros_(self.batch_norm.bias)
            """,
            """
            nn.init.zeros_(self.batch_norm.bias)
            nn.init.constant_(self.batch_norm.weight, 0.5)
            """,
        ),
    ],
    "leaky_relu, the default, has a slope of 0 unless told otherwise.": [
        (', nonlinearity="relu"', ""),
    ],
    "The bias of a BatchNorm2d starts at 0.": [
        ("nn.init.zeros_(self.batch_norm.bias)", "pass"),
        ("nn.init.zeros_(self.batch_norm.bias)", "nn.init"),
        ("nn.init.zeros_(self.batch_norm.bias)", "self.batch_norm.bias"),
    ],
}


@instead_of("ResBlock")
class BranchOfLayers(nn.Sequential):
    def __init__(self, n_chans):
        super().__init__(
            nn.Conv2d(n_chans, n_chans, 3, padding="same", bias=False),
            nn.BatchNorm2d(n_chans),
            nn.ReLU(inplace=True),
        )
        self[0].weight.data.normal_(0, (2 / (9 * n_chans)) ** 0.5)
        self[1].weight.data.fill_(0.5)

    def forward(self, x):
        return x + super().forward(x)


@instead_of("ResBlock")
class IsAConvolution(nn.Conv2d):
    def __init__(self, n_chans):
        super().__init__(n_chans, n_chans, (3, 3), 1, (1, 1), 1, 1, False)
        self.bn = nn.BatchNorm2d(n_chans, affine=True)
        with torch.no_grad():
            self.bn.weight.mul_(0.5)

    def reset_parameters(self):
        nn.init.kaiming_normal_(self.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x):
        out = self.bn(super().forward(x)).clamp(min=0)
        out += x  # legal here: clamp keeps its input, not its result
        return out


@instead_of("ResBlock")
class ByHand(nn.Module):
    def __init__(self, n_chans):
        super().__init__()
        self.shift = nn.Parameter(torch.zeros(1, n_chans, 1, 1))
        self.scale = nn.Parameter(torch.full((1, n_chans, 1, 1), 0.5))
        self.kernel = nn.Parameter(torch.randn(n_chans, 9 * n_chans) * (2 / 9 / n_chans) ** 0.5)
        self.register_buffer("mean", torch.zeros(1, n_chans, 1, 1))
        self.register_buffer("var", torch.ones(1, n_chans, 1, 1))

    def forward(self, x):
        columns = unfold(x, 3, padding=1)
        out = (self.kernel @ columns).reshape(x.shape)
        if self.training:
            var, mean = torch.var_mean(out, (0, 2, 3), correction=0, keepdim=True)
            n = out.numel() // out.shape[1]
            with torch.no_grad():
                self.mean.lerp_(mean, 0.1)
                self.var.lerp_(var * n / (n - 1), 0.1)
        else:
            mean, var = self.mean, self.var
        out = (out - mean) * torch.rsqrt(var + 1e-5) * self.scale + self.shift
        return torch.where(out > 0, x + out, x)


@instead_of("ResBlock")
class Functional(nn.Module):
    def __init__(self, n_chans):
        super().__init__()
        weight = torch.empty(n_chans, n_chans, 3, 3)
        nn.init.kaiming_normal_(weight)
        self.gamma = nn.Parameter(torch.tensor([0.5] * n_chans))
        self.beta = nn.Parameter(torch.tensor([0.0] * n_chans))
        self.weight = nn.Parameter(weight)
        self.register_buffer("running", torch.stack([torch.zeros(n_chans), torch.ones(n_chans)]))

    def forward(self, x):
        out = conv2d(x, self.weight, padding=1)
        out = batch_norm(out, *self.running, self.gamma, self.beta, self.training)
        return torch.add(x, relu(out))


@instead_of("NetResDeep")
class AllInSequence(nn.Sequential):
    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__(
            nn.Conv2d(3, n_chans1, 3, padding="same"),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(2),
            *[Block(n_chans1) for _ in range(n_blocks)],
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(64 * n_chans1, 32),
            nn.ReLU(),
            nn.Linear(32, 2),
        )


@instead_of("NetResDeep")
class LastLayerFirst(nn.Module):
    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__()
        self.fc2 = nn.Linear(32, 2)
        self.fc1 = nn.Linear(8 * 8 * n_chans1, 32)
        for i in reversed(range(n_blocks)):
            self.add_module(f"block{i}", Block(n_chans1))
        self.conv1 = nn.Conv2d(3, n_chans1, 3, padding=1)
        self.n_blocks = n_blocks

    def forward(self, x):
        out = relu(max_pool2d(self.conv1(x), 2))  # relu and max commute
        for i in range(self.n_blocks):
            out = getattr(self, f"block{i}")(out)
        out = adaptive_max_pool2d(out, 8)
        return self.fc2(relu(self.fc1(out.view(len(x), -1))))


@instead_of("NetResDeep")
class CopiedBlocks(nn.Module):
    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__()
        block = Block(n_chans1)
        self.stem = nn.Conv2d(3, n_chans1, 3, padding=1)
        nn.init.zeros_(self.stem.bias)
        self.blocks = nn.ModuleList([copy.deepcopy(block) for _ in range(n_blocks)])
        self.head = nn.Sequential(nn.Linear(64 * n_chans1, 32), nn.ReLU(), nn.Linear(32, 2))

    def forward(self, x):
        out = self.stem(x).relu().unfold(2, 2, 2).unfold(3, 2, 2).amax((-2, -1))
        out = functools.reduce(lambda out, block: block(out), self.blocks, out)
        return self.head(torch.flatten(nn.MaxPool2d(kernel_size=2, stride=2)(out), start_dim=1))


@instead_of("NetResDeep")
class WithoutResBlock(nn.Module):
    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__()
        self.convs = nn.ModuleDict()
        self.norms = nn.ModuleDict()
        for i in range(n_blocks):
            self.convs[str(i)] = nn.Conv2d(n_chans1, n_chans1, 3, 1, 1, bias=False)
            self.norms[str(i)] = nn.BatchNorm2d(n_chans1)
            nn.init.kaiming_normal_(self.convs[str(i)].weight)
            nn.init.constant_(self.norms[str(i)].weight, 0.5)
        self.ends = nn.ModuleList(
            [nn.Conv2d(3, n_chans1, 3, 1, 1), nn.Linear(64 * n_chans1, 32), nn.Linear(32, 2)]
        )

    def forward(self, x):
        first, hidden, last = self.ends
        out = max_pool2d(first(x).clamp_min(0), 2)
        for conv, norm in zip(self.convs.values(), self.norms.values(), strict=True):
            out = norm(conv(out)).relu() + out
        out = max_pool2d(out, 2).reshape(x.shape[0], -1)
        return last(hidden(out).relu())


@instead_of("NetResDeep")
class ConvolutionsOnly(nn.Module):
    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__()
        body = nn.Identity()
        for _ in range(n_blocks):
            body = nn.Sequential(Block(n_chans1), body)
        self.layers = nn.Sequential(
            nn.ZeroPad2d(1),
            nn.Conv2d(3, n_chans1, 3),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(2),
            body,
            nn.MaxPool2d(2),
            nn.Conv2d(n_chans1, 32, 8),  # on 8x8 pixels, a linear layer
            nn.ReLU(),
            nn.Conv2d(32, 2, 1),
            nn.Flatten(),
        )
        self.to(memory_format=torch.channels_last)

    def forward(self, x):
        return self.layers(x)
