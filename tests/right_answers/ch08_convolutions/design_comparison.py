"""Right answers to ch08_convolutions/design_comparison, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("compare")
def with_tensors(designs, train, validate, seeds):
    def accuracy(name, seed):
        net = designs[name](seed)
        train(net, seed)
        return validate(net)["val"]

    results = {}
    for name in sorted(designs):
        accuracies = torch.tensor([accuracy(name, seed) for seed in seeds])
        results[name] = (accuracies.mean().item(), accuracies.std().item())
    return results


@instead_of("compare")
def seed_by_seed(designs, train, validate, seeds):
    runs = {name: [] for name in designs}
    for seed in reversed(seeds):
        for name, build in designs.items():
            net = build(seed)
            train(net, seed)
            runs[name] += [validate(net)["val"]]
    return {name: _mean_and_spread(accuracies) for name, accuracies in runs.items()}


def _mean_and_spread(numbers):
    mean = sum(numbers) / len(numbers)
    squares = [(number - mean) ** 2 for number in numbers]
    return mean, (sum(squares) / (len(numbers) - 1)) ** 0.5


@instead_of("compare")
def all_built_first(designs, train, validate, seeds):
    nets = {(name, seed): designs[name](seed) for name in designs for seed in seeds}
    for (_, seed), net in nets.items():
        train(net, seed)
    accuracies = {run: validate(net)["val"] for run, net in nets.items()}
    return {name: _mean_and_spread([accuracies[name, it] for it in seeds]) for name in designs}
