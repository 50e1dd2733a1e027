"""Wrong answers to ch03_tensors/devices, as people write them."""

import copy

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("move_model")
def tensor_by_tensor(model, device):
    """What to returns is lost.

    Known: model_left_behind.
    """
    for name, tensor in model.state_dict().items():
        model.state_dict()[name] = tensor.to(device)


@instead_of("move_model")
def a_model_of_that_name(model, device):
    """A copy is moved.

    Known: model_left_behind.
    """
    model = copy.deepcopy(model).to(device)


@instead_of("batch_on")
def what_to_returns_is_lost(batch, device):
    """The tensors stay.

    Known: batch_left_behind.
    """
    for x in batch:
        x = x.to(device)
    return [*batch]


@instead_of("shifted")
def a_plain_tensor(points, step):
    """float32 on the CPU.

    Known: made_on_the_cpu, dtype_forgotten.
    """
    step = torch.tensor(step)
    return torch.add(points, step)


@instead_of("shifted")
def zeros_filled(points, step):
    """On the CPU.

    Known: made_on_the_cpu.
    """
    steps = torch.zeros(len(step), dtype=points.dtype)
    for d in range(len(step)):
        steps[d] = step[d]
    return steps + points


@instead_of("predictions")
def as_they_come(model, x):
    """x is not moved.

    Known: x_left_behind.
    """
    x.to(next(model.parameters()).device)
    return model(x)
