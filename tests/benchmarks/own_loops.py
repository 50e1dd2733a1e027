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
from tests.benchmarks.problems import NETWORK, THERMOMETER, Task
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
    """It validates in each epoch, on the last two readings: that is part of its time."""
    model = task.module()
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate)
    t_u, t_c = task.samples

    def train(n_steps):
        kata.training_loop(n_steps, sgd, model, task.problem.loss_fn, t_u, t_u[-2:], t_c, t_c[-2:])
        return list(model.parameters())

    return train


KATAS = {
    Kata("ch05_mechanics", "manual_gradient"): (manual_gradient, THERMOMETER),
    Kata("ch05_mechanics", "gradient_accumulation"): (gradient_accumulation, THERMOMETER),
    Kata("ch05_mechanics", "optimizer_step"): (optimizer_step, THERMOMETER),
    Kata("ch06_networks", "training_loop"): (training_loop, NETWORK),
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
    Rung(f"solution of {kata.stem}", functools.partial(reference_loop, build, kata), [problem])
    for kata, (build, problem) in KATAS.items()
]
OWN_LOOPS = [
    Rung(f"your {kata.stem}", functools.partial(own_loop, build, kata), [problem])
    for kata, (build, problem) in KATAS.items()
]
