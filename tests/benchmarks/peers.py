"""The same loop in other hands: NumPy; JAX and Lightning where they are installed.

NumPy has no convolution, so it stays with the small problems.  JAX has both, but on the CPU it
computes the convolutions within a scan several times slower than those of a single step.
"""

from __future__ import annotations

import functools
import logging
import warnings

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader, TensorDataset

from tests.benchmarks.problems import NETS, SMALL, Task
from tests.benchmarks.rungs import Rung, Train, descend

MISSING = "not installed: uv sync --group peers"


def numpy(task: Task) -> Train:
    inputs, targets = (it.numpy() for it in task.samples)
    params = [param.numpy() for param in task.parameters()]

    def train(n_steps):
        nonlocal params
        for _ in range(n_steps):
            params = descend(task, params, task.problem.gradient(params, inputs, targets, np))
        return params

    return train


def jax_scan(task: Task) -> Train:
    """The whole loop is one compiled program."""
    jax, params, batches = _in_jax(task)
    gradient = _gradient_in_jax(task, jax)

    def epoch(params, _):
        for inputs, targets in batches:
            params = descend(task, params, gradient(params, inputs, targets))
        return params, None

    scan = jax.jit(
        lambda params, n_epochs: jax.lax.scan(epoch, params, length=n_epochs)[0], static_argnums=1
    )

    def train(n_steps):
        nonlocal params
        params = jax.block_until_ready(scan(params, n_steps // len(batches)))
        return params

    return train


def jax_step(task: Task) -> Train:
    """One step is a compiled program, and Python calls it."""
    jax, params, batches = _in_jax(task)
    gradient = _gradient_in_jax(task, jax)
    step = jax.jit(lambda params, *batch: descend(task, params, gradient(params, *batch)))

    def train(n_steps):
        nonlocal params
        for _ in range(n_steps // len(batches)):
            for inputs, targets in batches:
                params = step(params, inputs, targets)
        return jax.block_until_ready(params)

    return train


def _in_jax(task: Task):
    """JAX itself, and the parameters and batches on its device."""
    jax = pytest.importorskip("jax", reason=f"JAX is {MISSING}")
    try:
        place = jax.devices(task.device)[0]
    except RuntimeError:
        pytest.skip(f"this JAX finds no {task.device}")
    arrays = [[it.cpu().numpy() for it in batch] for batch in task.batches]
    params = [param.cpu().numpy() for param in task.parameters()]
    return jax, jax.device_put(params, place), jax.device_put(arrays, place)


def _gradient_in_jax(task: Task, jax):
    """The gradient by hand where there is one, else that of Net by JAX."""
    if task.problem.gradient:
        return lambda *these: task.problem.gradient(*these, jax.numpy)
    return jax.grad(functools.partial(_loss_of_net_in_jax, jax=jax))


def _loss_of_net_in_jax(params, images, labels, jax):
    w1, b1, w2, b2, w3, b3, w4, b4 = params
    tanh = jax.numpy.tanh
    out = _pooled(tanh(_convolution(images, w1, b1, jax)), jax)
    out = _pooled(tanh(_convolution(out, w2, b2, jax)), jax)
    logits = tanh(out.reshape(len(out), -1) @ w3.T + b3) @ w4.T + b4
    scores = jax.nn.log_softmax(logits)
    return -jax.numpy.take_along_axis(scores, labels[:, None], axis=1).mean()


def _convolution(images, weight, bias, jax):
    return jax.lax.conv_general_dilated(images, weight, (1, 1), "SAME") + bias[:, None, None]


def _pooled(images, jax):
    window = (1, 1, 2, 2)
    return jax.lax.reduce_window(images, -jax.numpy.inf, jax.lax.max, window, window, "VALID")


def lightning_trainer(task: Task) -> Train:
    """One ``fit`` for a whole run, without log, bar or checkpoint."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        lightning = pytest.importorskip("lightning", reason=f"Lightning is {MISSING}")
    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)

    class Lit(lightning.LightningModule):
        def __init__(self):
            super().__init__()
            self.model = task.module()

        def training_step(self, batch, index):
            inputs, targets = batch
            return task.problem.loss_fn(self.model(inputs), targets)

        def configure_optimizers(self):
            return torch.optim.SGD(self.parameters(), task.learning_rate)

    lit = Lit()
    loader = DataLoader(TensorDataset(*task.problem.samples), task.problem.batch_size)
    quiet = ["logger", "enable_progress_bar", "enable_model_summary", "enable_checkpointing"]

    def train(n_steps):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it would rather have workers, and a log
            lightning.Trainer(
                accelerator={"cuda": "gpu"}.get(task.device, task.device),
                devices=1,
                max_epochs=-1,
                max_steps=n_steps,
                **dict.fromkeys(quiet, False),
            ).fit(lit, loader)
        return [param.to(task.device) for param in lit.parameters()]

    return train


PEERS = [
    Rung("NumPy", numpy, SMALL, devices=("cpu",)),
    Rung("JAX's scan", jax_scan, [*SMALL, NETS[3]], slow_to_start=True),
    Rung("JAX's step", jax_step, NETS, slow_to_start=True),
    Rung("Lightning's Trainer", lightning_trainer, [*SMALL, *NETS], slow_to_start=True),
]
