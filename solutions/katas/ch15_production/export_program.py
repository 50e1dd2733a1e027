import copy

import torch
from torch import Tensor, nn
from torch.export import Dim, ExportedProgram


def export_model(model: nn.Module, example: Tensor) -> ExportedProgram:
    model = copy.deepcopy(model).eval()
    batch = torch.cat([example, example])
    return torch.export.export(model, (batch,), dynamic_shapes=({0: Dim.DYNAMIC},))


def largest_difference(model: nn.Module, program: ExportedProgram, batches: list[Tensor]) -> float:
    model, exported = copy.deepcopy(model).eval(), program.module()
    differences = [(model(x) - exported(x)).abs().max() for x in batches]
    return torch.stack(differences).max().item()
