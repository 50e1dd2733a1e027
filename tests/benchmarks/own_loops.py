"""The training loops of the katas as rungs: the reference's, and the learner's own."""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable
from types import ModuleType

import pytest
import torch

from katas._dojo.curriculum import ROOT, Kata
from tests.benchmarks.problems import NET, NETWORK, THERMOMETER, Task
from tests.benchmarks.rungs import Rung, Train


def manual_gradient(kata: ModuleType, task: Task) -> Train:
    params = torch.cat(task.parameters())
    t_u, t_c = (it.flatten() for it in task.samples)

    def train(n_steps):
        nonlocal params
        params = kata.training_loop(n_steps, task.learning_rate, params, t_u, t_c)
        return [params]

    return train


def gradient_accumulation(kata: ModuleType, task: Task) -> Train:
    params = torch.cat(task.parameters()).requires_grad_()
    t_u, t_c = (it.flatten() for it in task.samples)

    def train(n_steps):
        return [kata.training_loop(n_steps, task.learning_rate, params, t_u, t_c)]

    return train


def optimizer_step(kata: ModuleType, task: Task) -> Train:
    params = torch.cat(task.parameters()).requires_grad_()
    t_u, t_c = (it.flatten() for it in task.samples)
    sgd = kata.SGD([params], lr=task.learning_rate)

    def train(n_steps):
        return [kata.training_loop(n_steps, sgd, params, t_u, t_c)]

    return train


def training_loop(kata: ModuleType, task: Task) -> Train:
    """It validates in each epoch, on two samples: that is part of its time."""
    model = task.module()
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate)
    loss_fn = task.problem.loss_fn

    def train(n_steps):
        if len(task.batches) == 1:
            _epochs(n_steps, *task.samples)
        else:  # an epoch of this loop is one step, with all that it is given
            for batch in task.steps(n_steps):
                _epochs(1, *batch)
        return list(model.parameters())

    def _epochs(n_epochs, inputs, targets):
        kata.training_loop(
            n_epochs, sgd, model, loss_fn, inputs, inputs[-2:], targets, targets[-2:]
        )

    return train


def device_training(kata: ModuleType, task: Task) -> Train:
    """It takes each batch from the CPU to the device: that is part of its time."""
    model = task.module()
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate)
    on_cpu = Task(task.problem, "cpu", task.dtype)
    device = torch.device(task.device)

    def train(n_steps):
        batches = list(on_cpu.steps(n_steps))
        kata.training_loop(1, sgd, model, task.problem.loss_fn, batches, device)
        return list(model.parameters())

    return train


KATAS = {
    Kata("ch05_mechanics", "manual_gradient"): (manual_gradient, [THERMOMETER]),
    Kata("ch05_mechanics", "gradient_accumulation"): (gradient_accumulation, [THERMOMETER]),
    Kata("ch05_mechanics", "optimizer_step"): (optimizer_step, [THERMOMETER]),
    Kata("ch06_networks", "training_loop"): (training_loop, [NETWORK, NET]),
    Kata("ch08_convolutions", "device_training"): (device_training, [NET]),
}


def reference_loop(build: Callable, kata: Kata, task: Task) -> Train:
    return build(importlib.import_module(f"solutions.{kata.module}"), task)


def own_loop(build: Callable, kata: Kata, task: Task) -> Train:
    """The learner's loop; whatever it raises, a syntax error too, is a reason to skip it."""
    if str(ROOT / "solutions") in sys.path:
        pytest.skip("with --solutions, the reference alone is timed")
    try:
        train = build(importlib.import_module(kata.module), task)
        train(task.problem.n_checked)
    except NotImplementedError:
        pytest.skip(f"not solved yet: {kata.stub.relative_to(ROOT).as_posix()}")
    except Exception as raised:
        pytest.skip(f"pytest katas first: your {kata.stem}: {type(raised).__name__}: {raised}")
    return build(importlib.import_module(kata.module), task)


REFERENCES = [
    Rung(f"solution of {kata.stem}", functools.partial(reference_loop, build, kata), problems)
    for kata, (build, problems) in KATAS.items()
]
OWN_LOOPS = [
    Rung(f"your {kata.stem}", functools.partial(own_loop, build, kata), problems)
    for kata, (build, problems) in KATAS.items()
]
