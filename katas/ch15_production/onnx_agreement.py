"""A model in a file that runs without torch (§15.2.1).

An ONNX file holds a model's operators and weights, for runtimes that know neither torch nor your
class.  onnxruntime is one of them.  All that it knows of a model stands in the file: the names of
its inputs and outputs, and which sizes are free.
"""

from pathlib import Path

from torch import Tensor, nn


def export_onnx(model: nn.Module, example: Tensor, path: Path) -> None:
    """Write ``model``, as it is in eval mode, to ``path``: one file, with the weights inside.

    ``example`` is a batch of one sample, [1, ...].  The file takes a batch of any size from 1 on,
    as its input "batch", and its output is called "scores".  The model is left as it is, and so is
    the mode of each of its parts.
    """
    raise NotImplementedError


def run_onnx(path: Path, batch: Tensor) -> Tensor:
    """Return what onnxruntime gives for ``batch``, a tensor in the dtype that the file gives.

    The file at ``path`` has one input and one output, whatever they are called.  ``batch`` may
    require a gradient; what is returned does not.
    """
    raise NotImplementedError
