"""Right answers to ch06_networks/parameter_count, written differently."""

import math

from katas._dojo.writing.mistakes import instead_of


@instead_of("count_parameters")
def with_a_set(model):
    total = trainable = 0
    for parameter in set(model.parameters()):
        total += math.prod(parameter.shape)
        trainable += parameter.requires_grad and parameter.nelement()
    return total, trainable


@instead_of("count_parameters")
def by_subtraction(model):
    sizes = {id(it): it.numel() for _, it in model.named_parameters(remove_duplicate=False)}
    frozen = {id(it): it.numel() for it in model.parameters() if not it.requires_grad}
    return sum(sizes.values()), sum(sizes.values()) - sum(frozen.values())
