"""Right answers to ch03_tensors/devices, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("move_model")
def bound_to_the_name(model, device):
    model = model.to(device=device)


@instead_of("move_model")
def layer_by_layer(model, device):
    for module in model.modules():
        module.to(device)


@instead_of("batch_on")
def one_after_the_other(batch, device):
    moved = []
    for tensor in batch:
        moved.append(tensor.to(device=device))
    return moved


@instead_of("batch_on")
def copied_in_any_case(batch, device):
    return [torch.empty_like(it, device=device).copy_(it) for it in batch]


@instead_of("shifted")
def new_by_another(points, step):
    return points + points.new_tensor(step)


@instead_of("shifted")
def made_and_moved(points, step):
    return torch.as_tensor(step, dtype=points.dtype).to(points) + points


@instead_of("shifted")
def column_by_column(points, step):
    result = torch.empty_like(points)
    for d, number in enumerate(step):
        result[:, d] = points[:, d] + number
    return result


@instead_of("predictions")
def the_first_of_a_list(model, x):
    device = list(model.parameters())[0].device  # noqa: RUF015
    x = x.to(device)
    return model(x)


@instead_of("predictions")
def of_any_parameter(model, x):
    (device,) = {parameter.device for parameter in model.parameters()}
    return model(x.to(device=device, dtype=x.dtype))
