import copy
from pathlib import Path

import onnxruntime
import torch
from torch import Tensor, nn
from torch.export import Dim


def export_onnx(model: nn.Module, example: Tensor, path: Path) -> None:
    model = copy.deepcopy(model).eval()
    program = torch.onnx.export(
        model,
        (example,),
        input_names=["batch"],
        output_names=["scores"],
        dynamic_shapes=({0: Dim.DYNAMIC},),
        verbose=False,
    )
    program.save(path)


def run_onnx(path: Path, batch: Tensor) -> Tensor:
    session = onnxruntime.InferenceSession(path)
    name = session.get_inputs()[0].name
    (output,) = session.run(None, {name: batch.detach().numpy()})
    return torch.from_numpy(output)
