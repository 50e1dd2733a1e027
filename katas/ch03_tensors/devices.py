"""Tensors on devices (§3.9).

Each tensor is on a device, its ``x.device``: the CPU, or a GPU with memory of its own.  A GPU
computes with what is in its memory, so tensors of two devices do not mix.  ``x.to(device)`` leaves
``x`` where it is and returns a tensor that is on the device; ``model.to(device)`` moves the model
itself.  What is made anew is on the CPU, unless ``device=`` says otherwise.  To try it without a
GPU, each machine has the device "meta", whose tensors have a shape and no numbers.
"""

import torch
from torch import Tensor, nn


def move_model(model: nn.Module, device: torch.device) -> None:
    """Move ``model`` itself, all of its tensors."""
    raise NotImplementedError


def batch_on(batch: list[Tensor], device: torch.device) -> list[Tensor]:
    """Return a new list with the tensors of ``batch`` on ``device``; ``batch`` stays as it is."""
    raise NotImplementedError


def shifted(points: Tensor, step: list[float]) -> Tensor:
    """Return ``points``, [N, D], with the D numbers of ``step`` added to each of them.

    The result has dtype and device of ``points``.
    """
    raise NotImplementedError


def predictions(model: nn.Module, x: Tensor) -> Tensor:
    """Return ``model(x)``, computed on the device of the model, wherever ``x`` is.

    The model has parameters, all on one device; it stays there, and so does the result.
    """
    raise NotImplementedError
