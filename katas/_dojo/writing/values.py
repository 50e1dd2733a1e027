"""How a value is shown: short enough for a learner's screen, and all that tells it from another."""

from __future__ import annotations

import sys
from typing import Any

LONGEST = 200  # characters of one value on a learner's screen
SHOWN = 8  # elements of a tensor that are still worth reading one by one


def show(value: Any) -> str:
    """A value as it fits on a learner's screen."""
    torch = sys.modules["torch"]
    if isinstance(value, torch.Tensor):
        text = _show_tensor(torch, value)
    elif isinstance(value, (tuple, list)) and any(isinstance(it, torch.Tensor) for it in value):
        inside = ", ".join(map(show, value))
        text = f"[{inside}]" if isinstance(value, list) else f"({inside})"
    elif isinstance(value, (torch.nn.Module, torch.Generator, torch.optim.Optimizer)):
        text = type(value).__name__
    elif callable(value) and hasattr(value, "__name__"):
        text = value.__name__
    else:
        text = repr(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _show_tensor(torch, tensor) -> str:
    kind = f"{str(tensor.dtype).removeprefix('torch.')}{list(tensor.shape)}"
    if tensor.device.type != "cpu":
        kind += f" on {tensor.device}"
    if tensor.numel() > SHOWN or tensor.is_meta:
        return f"tensor {kind}"
    return f"tensor({_numbers(tensor.detach().tolist())}) {kind}"


def _numbers(values) -> str:
    if isinstance(values, list):
        return f"[{', '.join(map(_numbers, values))}]"
    return f"{values:.6g}" if isinstance(values, float) else str(values)
