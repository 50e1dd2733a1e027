"""Right answers to ch15_production/bfloat16, written differently."""

import copy

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("halve")
def by_a_method(model):
    return copy.deepcopy(model).bfloat16()


@instead_of("halve")
def tensor_by_tensor(model):
    halved = copy.deepcopy(model)
    for it in [*halved.parameters(), *halved.buffers()]:
        if it.is_floating_point():
            it.data = it.data.to(dtype=torch.bfloat16)
    return halved


@instead_of("mean_of")
def sum_and_count(batches):
    total = torch.zeros((), dtype=torch.float64, device=batches[0].device)
    count = 0
    for batch in batches:
        total += batch.double().sum()
        count += batch.numel()
    return (total / count).float()


@instead_of("mean_of")
def asked_for_float32(batches):
    return torch.cat(batches).mean(dtype=torch.float32)


@instead_of("agree")
def by_hand(output, expected):
    if list(output.shape) != list(expected.shape):
        return False
    apart = (output.to(torch.float32) - expected).abs()
    return bool((apart <= 1e-5 + 0.016 * expected.abs()).all())


@instead_of("agree")
def by_torch_testing(output, expected):
    try:
        torch.testing.assert_close(output.float(), expected, rtol=0.016, atol=1e-5)
    except AssertionError:
        return False
    return True
