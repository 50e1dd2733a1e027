import statistics
from collections.abc import Callable, Mapping, Sequence

from torch import nn


def compare(
    designs: Mapping[str, Callable[[int], nn.Module]],
    train: Callable[[nn.Module, int], None],
    validate: Callable[[nn.Module], Mapping[str, float]],
    seeds: Sequence[int],
) -> dict[str, tuple[float, float]]:
    results = {}
    for name, design in designs.items():
        accuracies = []
        for seed in seeds:
            net = design(seed)
            train(net, seed)
            accuracies.append(validate(net)["val"])
        results[name] = statistics.mean(accuracies), statistics.stdev(accuracies)
    return results
