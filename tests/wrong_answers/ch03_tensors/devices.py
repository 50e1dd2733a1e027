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


@instead_of("constants")
def a_plain_tensor(numbers, x):
    """float32 on the CPU.

    Known: made_on_the_cpu, dtype_forgotten.
    """
    return torch.FloatTensor(numbers)


@instead_of("constants")
def zeros_filled(numbers, x):
    """On the CPU.

    Known: made_on_the_cpu.
    """
    result = torch.zeros(len(numbers), dtype=x.dtype)
    for n in range(len(numbers)):
        result[n] = numbers[n]
    return result


@instead_of("constants")
def made_then_converted(numbers, x):
    """Digits are lost on the way.

    Known: through_float32.
    """
    return torch.tensor(numbers).to(x)


@instead_of("predictions")
def as_they_come(model, x):
    """x is not moved.

    Known: x_left_behind.
    """
    x.to(next(model.parameters()).device)
    return model(x)


@instead_of("predictions")
def with_a_gpu_in_mind(model, x):
    """This machine may have none.

    Known: always_to_cuda.
    """
    return model(x.to("cuda"))
