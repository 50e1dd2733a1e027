"""What is trained: four problems of the book, each with what one training step has to compute."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from katas._dojo.writing.book import thermometer
from solutions.katas.ch08_convolutions.resnet_depth import NetResDeep

HIDDEN = 13


@dataclass(frozen=True)
class Problem:
    """Data, a model, a loss; the model both as a module and as a function of its parameters.

    ``operations`` counts the additions and multiplications (tanh as one) that the gradient of
    one sample takes, and no program that computes it can leave out.  ``gradient`` is that
    gradient by hand, computed with ``ops``: torch, numpy or jax.numpy; None where nobody
    writes it by hand.
    """

    name: str
    batch_size: int
    n_batches: int
    n_checked: int  # steps that a rung must agree on before it is timed
    n_timed: int  # steps in one timed call
    learning_rate: float
    threads: int | None  # None: one for each core
    operations: int
    data: Callable[[Problem], tuple[Tensor, Tensor]]
    module: Callable[[], nn.Module]
    forward: Callable[..., Tensor]
    loss_fn: Callable[[Tensor, Tensor], Tensor]
    gradient: Callable | None = None

    def __str__(self) -> str:
        return self.name

    @cached_property
    def start(self) -> list[Tensor]:
        """The parameters that every rung starts from, drawn by the module itself."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(1)
            return [parameter.detach() for parameter in self.module().parameters()]

    @cached_property
    def samples(self) -> tuple[Tensor, Tensor]:
        return self.data(self)

    @cached_property
    def n_parameters(self) -> int:
        return sum(parameter.numel() for parameter in self.start)

    @cached_property
    def n_bytes(self) -> int:
        """What a run has to move: every sample in once, every parameter in and out once."""
        n_bytes = sum(it.numel() * it.element_size() for it in self.samples)
        return n_bytes + 2 * sum(it.numel() * it.element_size() for it in self.start)

    @cached_property
    def end(self) -> list[Tensor]:
        """Where ``n_checked`` steps end, by plain autograd in float64: the same for every rung."""
        task = Task(self, "cpu", torch.float64)
        params = task.parameters(requires_grad=True)
        for inputs, targets in task.steps(self.n_checked):
            gradients = torch.autograd.grad(task.loss(params, inputs, targets), params)
            with torch.no_grad():
                for param, gradient in zip(params, gradients, strict=True):
                    param -= self.learning_rate * gradient
        return [param.detach() for param in params]


@dataclass(frozen=True)
class Task:
    """A problem on a device: what a rung is given."""

    problem: Problem
    device: str
    dtype: torch.dtype = torch.float32

    @property
    def learning_rate(self) -> float:
        return self.problem.learning_rate

    @cached_property
    def samples(self) -> tuple[Tensor, Tensor]:
        inputs, targets = self.problem.samples
        if targets.is_floating_point():
            targets = targets.to(self.dtype)
        return inputs.to(self.device, self.dtype), targets.to(self.device)

    @cached_property
    def batches(self) -> list[tuple[Tensor, Tensor]]:
        inputs, targets = (it.split(self.problem.batch_size) for it in self.samples)
        return list(zip(inputs, targets, strict=True))

    def steps(self, n_steps: int) -> Iterator[tuple[Tensor, Tensor]]:
        """The batches in their order, over and over: never shuffled, so all rungs agree."""
        return itertools.islice(itertools.cycle(self.batches), n_steps)

    def parameters(self, requires_grad: bool = False) -> list[Tensor]:
        start = self.problem.start
        return [
            parameter.to(self.device, self.dtype, copy=True).requires_grad_(requires_grad)
            for parameter in start
        ]

    def module(self) -> nn.Module:
        module = self.problem.module()
        for parameter, start in zip(module.parameters(), self.problem.start, strict=True):
            parameter.data.copy_(start)
        return module.to(self.device, self.dtype)

    def loss(self, params: list[Tensor], inputs: Tensor, targets: Tensor) -> Tensor:
        return self.problem.loss_fn(self.problem.forward(params, inputs), targets)


def _readings(problem: Problem) -> tuple[Tensor, Tensor]:
    t_u, t_c = thermometer("cpu", torch.float32)
    return 0.1 * t_u.unsqueeze(1), t_c.unsqueeze(1)


def _images(problem: Problem) -> tuple[Tensor, Tensor]:
    """Noise of the size of CIFAR-10: what is in a picture makes no step faster."""
    generator = torch.Generator().manual_seed(2)
    n_images = problem.n_batches * problem.batch_size
    images = torch.randn(n_images, 3, 32, 32, generator=generator)
    return images, torch.randint(2, (n_images,), generator=generator)


class Line(nn.Module):
    """The thermometer's model (§5.2.3): w * t_u + b, with w and b of one element."""

    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(1))
        self.b = nn.Parameter(torch.zeros(1))

    def forward(self, t_u: Tensor) -> Tensor:
        return line([self.w, self.b], t_u)


def line(params, t_u):
    w, b = params
    return w * t_u + b


def gradient_of_line(params, t_u, t_c, ops):
    error = 2 / len(t_u) * (line(params, t_u) - t_c)
    return [ops.sum(error * t_u, 0), ops.sum(error, 0)]


def new_network() -> nn.Module:
    return nn.Sequential(nn.Linear(1, HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, 1))


def network(params: list[Tensor], t_u: Tensor) -> Tensor:
    w1, b1, w2, b2 = params
    return F.linear(F.linear(t_u, w1, b1).tanh(), w2, b2)


def gradient_of_network(params, t_u, t_c, ops):
    w1, b1, w2, b2 = params
    hidden = ops.tanh(t_u @ w1.T + b1)
    error = 2 / len(t_u) * (hidden @ w2.T + b2 - t_c)
    inner = error @ w2 * (1 - hidden * hidden)
    return [inner.T @ t_u, ops.sum(inner, 0), error.T @ hidden, ops.sum(error, 0)]


class Net(nn.Module):
    """The baseline of chapter 8 (§8.3.1): 18090 parameters."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(16, 8, kernel_size=3, padding=1)
        self.fc1 = nn.Linear(8 * 8 * 8, 32)
        self.fc2 = nn.Linear(32, 2)

    def forward(self, images: Tensor) -> Tensor:
        out = F.max_pool2d(torch.tanh(self.conv1(images)), 2)
        out = F.max_pool2d(torch.tanh(self.conv2(out)), 2)
        out = out.flatten(1)
        return self.fc2(torch.tanh(self.fc1(out)))


def net(params: list[Tensor], images: Tensor) -> Tensor:
    w1, b1, w2, b2, w3, b3, w4, b4 = params
    out = F.max_pool2d(F.conv2d(images, w1, b1, padding=1).tanh(), 2)
    out = F.max_pool2d(F.conv2d(out, w2, b2, padding=1).tanh(), 2)
    return F.linear(F.linear(out.flatten(1), w3, b3).tanh(), w4, b4)


def net_res_deep(params: list[Tensor], images: Tensor) -> Tensor:
    """Without the running averages of batch norm: training only writes them."""
    w1, b1, *blocks, w2, b2, w3, b3 = params
    out = F.max_pool2d(F.conv2d(images, w1, b1, padding=1).relu(), 2)
    for weight, scale, shift in zip(blocks[::3], blocks[1::3], blocks[2::3], strict=True):
        conv = F.conv2d(out, weight, padding=1)
        out = F.batch_norm(conv, None, None, scale, shift, training=True).relu() + out
    out = F.max_pool2d(out, 2)
    return F.linear(F.linear(out.flatten(1), w2, b2).relu(), w3, b3)


THERMOMETER = Problem(
    name="thermometer",
    batch_size=11,
    n_batches=1,
    n_checked=100,
    n_timed=1000,
    learning_rate=1e-2,
    threads=1,
    operations=3 + 3,  # w * t_u + b - t_c; the sums of error * t_u and of error
    data=_readings,
    module=Line,
    forward=line,
    loss_fn=nn.MSELoss(),
    gradient=gradient_of_line,
)

NETWORK = replace(
    THERMOMETER,
    name="1-13-1 network",
    # A hidden unit: 2 for its input, tanh, 2 for its output; back: 2 for the output's weight,
    # 4 for what it passes on, 3 for its own weight and bias.  Then 2 for the error and its sum.
    operations=HIDDEN * (2 + 1 + 2 + 2 + 4 + 3) + 2,
    learning_rate=1e-3,
    module=new_network,
    forward=network,
    gradient=gradient_of_network,
)


def net_in_batches(batch_size: int) -> Problem:
    conv1, conv2 = _convolution(32, 3, 16), _convolution(16, 16, 8)
    linear = 2 * (512 * 32 + 32 * 2)
    n_steps = max(1, min(256, 2048 // batch_size))
    return Problem(
        name=f"Net, batches of {batch_size}",
        batch_size=batch_size,
        n_batches=min(2, n_steps),
        n_checked=2,
        n_timed=n_steps,
        learning_rate=1e-2,
        threads=None,
        # Forward once, back twice, for the weights and for the input, which images have no
        # use for.  Only products count: the rest is less than a hundredth.
        operations=2 * conv1 + 3 * (conv2 + linear),
        data=_images,
        module=Net,
        forward=net,
        loss_fn=nn.CrossEntropyLoss(),
    )


def _net_res_deep(batch_size: int) -> Problem:
    conv, block = _convolution(32, 3, 32), _convolution(16, 32, 32)
    linear = 2 * (2048 * 32 + 32 * 2)
    return replace(
        net_in_batches(batch_size),
        name=f"NetResDeep, batches of {batch_size}",
        n_timed=max(8, 64 // batch_size),
        operations=2 * conv + 3 * (10 * block + linear),
        module=NetResDeep,
        forward=net_res_deep,
    )


def _convolution(side: int, n_inputs: int, n_outputs: int) -> int:
    """Operations of a 3x3 convolution on one image, which it keeps at its size."""
    return 2 * side**2 * n_outputs * n_inputs * 9


SMALL = [THERMOMETER, NETWORK]
NETS = [net_in_batches(4**power) for power in range(7)]
NET = NETS[3]  # in batches of 64, as in the book
DEEP_NETS = [_net_res_deep(batch_size) for batch_size in (1, 64)]
CONVOLUTIONAL = [*NETS, *DEEP_NETS]
PROBLEMS = [*SMALL, *CONVOLUTIONAL]
