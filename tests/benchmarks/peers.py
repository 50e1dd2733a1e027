"""The same loop in other hands: NumPy; JAX and Lightning where they are installed."""

from __future__ import annotations

import logging
import warnings

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader, TensorDataset

from tests.benchmarks.problems import SMALL, Task
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
    """The whole loop is one compiled program, and its gradient the one by hand."""
    jax = pytest.importorskip("jax", reason=f"JAX is {MISSING}")
    try:
        place = jax.devices(task.device)[0]
    except RuntimeError:
        pytest.skip(f"this JAX finds no {task.device}")
    samples = [jax.device_put(it.cpu().numpy(), place) for it in task.samples]
    params = [jax.device_put(param.cpu().numpy(), place) for param in task.parameters()]

    def step(params, _):
        return descend(task, params, task.problem.gradient(params, *samples, jax.numpy)), None

    scan = jax.jit(
        lambda params, n_steps: jax.lax.scan(step, params, length=n_steps)[0], static_argnums=1
    )

    def train(n_steps):
        nonlocal params
        params = jax.block_until_ready(scan(params, n_steps))
        return params

    return train


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


# Four steps, as of the convolutional Net, are too few for a start that is part of the time.
PEERS = [
    Rung("NumPy", numpy, SMALL, devices=("cpu",)),
    Rung("JAX's scan", jax_scan, SMALL, slow_to_start=True),
    Rung("Lightning's Trainer", lightning_trainer, SMALL, slow_to_start=True),
]
