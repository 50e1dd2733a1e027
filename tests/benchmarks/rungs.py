"""The same training loop, from the bare one up and down again: one function for each rung.

A rung prepares what it needs and returns ``train``; only ``train`` is timed.  Each call of
``train(n_steps)`` goes on from where the last one stopped, and returns the parameters.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch._higher_order_ops import while_loop
from torch.utils.data import DataLoader, TensorDataset

from tests.benchmarks.problems import CONVOLUTIONAL, PROBLEMS, SMALL, THERMOMETER, Problem, Task

Train = Callable[[int], list]
BLOCK = 20  # steps in one compiled program: its time to compile grows with them
LARGE_BLOCK = 100  # for a minute of compiling


@dataclass(frozen=True)
class Rung:
    """``slow_to_start`` ones take longer to prepare than a plain test may take."""

    name: str
    build: Callable[[Task], Train]
    problems: list[Problem]
    devices: tuple[str, ...] = ("cpu", "cuda")
    slow_to_start: bool = False
    dtype: torch.dtype = torch.float32

    def __str__(self) -> str:
        return self.name

    def tolerance(self, device: str) -> float:
        """How far it may miss the parameters, as a fraction of the way that they have moved.

        On CUDA, convolutions of float32 take ten bits of it (TF32), unless they are told not to.
        """
        if self.dtype != torch.float32:
            return 0.1
        return 0.03 if device == "cuda" else 1e-3


RUNGS: list[Rung] = []


def rung(problems=PROBLEMS, **facts):
    """Make a function a rung of the ladder, under its own name."""

    def register(build):
        RUNGS.append(Rung(build.__name__.replace("_", " "), build, problems, **facts))
        return build

    return register


@rung(SMALL)
def hand_written_gradient(task: Task) -> Train:
    params = task.parameters()

    def train(n_steps):
        nonlocal params
        for inputs, targets in task.steps(n_steps):
            params = descend(task, params, task.problem.gradient(params, inputs, targets, torch))
        return params

    return train


@rung()
def autograd(task: Task) -> Train:
    params = task.parameters(requires_grad=True)

    def train(n_steps):
        for inputs, targets in task.steps(n_steps):
            for param in params:
                param.grad = None
            loss = task.loss(params, inputs, targets)
            loss.backward()
            with torch.no_grad():
                for param in params:
                    param -= task.learning_rate * param.grad
            loss.item()
        return params

    return train


@rung()
def optimizer(task: Task) -> Train:
    params = task.parameters(requires_grad=True)
    sgd = torch.optim.SGD(params, task.learning_rate, foreach=False)

    def train(n_steps):
        for inputs, targets in task.steps(n_steps):
            loss = task.loss(params, inputs, targets)
            sgd.zero_grad()
            loss.backward()
            sgd.step()
            loss.item()
        return params

    return train


@rung()
def module_with_data_loader(task: Task) -> Train:
    """As the book writes it: the data set stays on the CPU, and each batch is moved."""
    loader = DataLoader(TensorDataset(*task.problem.samples), task.problem.batch_size)
    model = task.module()
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate, foreach=False)

    def train(n_steps):
        for _ in range(n_steps // len(loader)):
            for inputs, targets in loader:
                inputs, targets = inputs.to(task.device), targets.to(task.device)
                loss = task.problem.loss_fn(model(inputs), targets)
                sgd.zero_grad()
                loss.backward()
                sgd.step()
                loss.item()
        return list(model.parameters())

    return train


@rung()
def without_data_loader(task: Task) -> Train:
    model = task.module()
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate, foreach=False)
    return module_loop(task, model, sgd, follow=torch.Tensor.item)


@rung()
def no_sync_per_step(task: Task) -> Train:
    """Nobody asks for the loss, so the device never waits for Python."""
    model = task.module()
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate, foreach=False)
    return module_loop(task, model, sgd)


@rung()
def foreach_optimizer(task: Task) -> Train:
    model = task.module()
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate, foreach=True)
    return module_loop(task, model, sgd)


@rung()
def fused_optimizer(task: Task) -> Train:
    model = task.module()
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate, fused=True)
    return module_loop(task, model, sgd)


@rung(CONVOLUTIONAL)
def channels_last(task: Task) -> Train:
    model = task.module().to(memory_format=torch.channels_last)
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate, fused=True)
    for place, (images, labels) in enumerate(task.batches):
        task.batches[place] = images.to(memory_format=torch.channels_last), labels
    return module_loop(task, model, sgd)


@rung(CONVOLUTIONAL, dtype=torch.bfloat16)
def bf16_autocast(task: Task) -> Train:
    model = task.module()
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate, fused=True)
    forward = torch.autocast(task.device, torch.bfloat16)(model)
    return module_loop(task, model, sgd, forward=forward)


@rung(slow_to_start=True)
def compiled_model(task: Task) -> Train:
    model = task.module()
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate, fused=True)
    return module_loop(task, model, sgd, forward=torch.compile(model, dynamic=False))


@rung(slow_to_start=True)
def compiled_step(task: Task) -> Train:
    """Forward, backward and update in one program: nothing of autograd is left at run time."""
    params = task.parameters()
    gradient = torch.func.grad(task.loss)

    @torch.compile(dynamic=False)
    def step(params, inputs, targets):
        return descend(task, params, gradient(params, inputs, targets))

    def train(n_steps):
        nonlocal params
        for inputs, targets in task.steps(n_steps):
            params = step(params, inputs, targets)
        return params

    return train


@rung(SMALL, slow_to_start=True)
def compiled_loop(task: Task) -> Train:
    """Many steps in one program: the call is paid once for all of them.

    Here the 1-13-1 network stays 12 times slower than JAX's scan: more than half of a step goes
    to its four matrix products, each a call of a library, and most of the rest to the buffers
    that Python makes between the calls.
    """
    params = task.parameters()
    gradient = torch.func.grad(task.loss)

    @torch.compile(dynamic=False)
    def block(params, inputs, targets):
        for _ in range(BLOCK):
            params = descend(task, params, gradient(params, inputs, targets))
        return params

    def train(n_steps):
        nonlocal params
        for _ in range(n_steps // BLOCK):
            params = block(params, *task.samples)
        return params

    return train


@rung([THERMOMETER], devices=("cpu",), slow_to_start=True)
def whole_loop_in_one_program(task: Task) -> Train:
    """A loop that is compiled too, over blocks of steps of a single kernel each.

    Inductor fuses no further than a reduction, so the samples are taken one by one and their
    sums written out: then nothing leaves the registers within a block.
    """
    params = [param.squeeze() for param in task.parameters()]
    t_u, t_c = (it.squeeze() for it in task.samples)
    rate = task.learning_rate * 2 / len(t_u)

    def block(n_blocks, w, b):
        samples = list(zip(t_u.unbind(), t_c.unbind(), strict=True))
        for _ in range(LARGE_BLOCK):
            errors = [w * u + b - c for u, c in samples]
            b = b - rate * functools.reduce(torch.add, errors)
            moments = [error * u for error, (u, _) in zip(errors, samples, strict=True)]
            w = w - rate * functools.reduce(torch.add, moments)
        return n_blocks - 1, w, b

    # Fused multiply-adds, as every other compiler would use.
    options = {
        "max_fusion_size": 100_000,
        "size_asserts": False,
        "cpp.enable_floating_point_contract_flag": "fast",
    }

    @torch.compile(dynamic=False, options=options)
    def loop(n_blocks, params):
        return while_loop(lambda n_blocks, *_: n_blocks > 0, block, (n_blocks, *params))

    def train(n_steps):
        nonlocal params
        _, *params = loop(torch.tensor(n_steps // LARGE_BLOCK), params)
        return params

    return train


@rung(devices=("cuda",))
def cuda_graph(task: Task) -> Train:
    """One step is recorded; replaying it costs a single launch."""
    model = task.module()
    params = list(model.parameters())
    sgd = torch.optim.SGD(params, task.learning_rate, fused=True)
    inputs, targets = (it.clone() for it in task.batches[0])

    def step():
        sgd.zero_grad()
        task.problem.loss_fn(model(inputs), targets).backward()
        sgd.step()

    aside = torch.cuda.Stream()
    aside.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(aside):
        for _ in range(3):  # what is made on first use must be made before the recording
            step()
    torch.cuda.current_stream().wait_stream(aside)
    sgd.zero_grad()
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        step()
    with torch.no_grad():
        for param, start in zip(params, task.parameters(), strict=True):
            param.copy_(start)  # undoes the three steps

    def train(n_steps):
        for batch in task.steps(n_steps):
            inputs.copy_(batch[0])
            targets.copy_(batch[1])
            graph.replay()
        return params

    return train


def module_loop(task: Task, model, optimizer, forward=None, follow=None) -> Train:
    """The loop over a module; ``follow`` is given each loss, ``forward`` replaces the call."""
    forward = model if forward is None else forward

    def train(n_steps):
        for inputs, targets in task.steps(n_steps):
            loss = task.problem.loss_fn(forward(inputs), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            if follow:
                follow(loss)
        return list(model.parameters())

    return train


def descend(task: Task, params, gradients) -> list:
    """One step of gradient descent: new parameters, the old ones stay."""
    moves = zip(params, gradients, strict=True)
    return [param - task.learning_rate * gradient for param, gradient in moves]
