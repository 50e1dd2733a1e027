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


@instead_of("constants")
def new_by_another(numbers, x):
    return x.new_tensor(numbers)


@instead_of("constants")
def made_and_moved(numbers, x):
    return torch.as_tensor(numbers, dtype=x.dtype).to(x)


@instead_of("constants")
def number_by_number(numbers, x):
    result = torch.zeros(len(numbers), device=x.device, dtype=x.dtype)
    for n, number in enumerate(numbers):
        result[n] = number
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
