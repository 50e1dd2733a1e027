"""Wrong answers to ch08_convolutions/design_comparison, as people write them."""

import copy

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("compare")
def nets_built_ahead(designs, train, validate, seeds):
    """Each design has one net, which is trained on with every seed.

    Known: one_net_for_all_seeds.
    """
    models = {name: build(seeds[0]) for name, build in designs.items()}
    results = {}
    for name, model in models.items():
        accs = []
        for seed in seeds:
            train(model, seed)
            accs.append(validate(model)["val"])
        accs = torch.tensor(accs)
        results[name] = (accs.mean().item(), accs.std().item())
    return results


@instead_of("compare")
def numpys_spread(designs, train, validate, seeds):
    """NumPy's standard deviation divides by n.

    Known: divided_by_n.
    """
    results = {}
    for name, design in designs.items():
        accuracies = np.zeros(len(seeds))
        for i, seed in enumerate(seeds):
            model = design(seed)
            train(model, seed)
            accuracies[i] = validate(model)["val"]
        results[name] = float(accuracies.mean()), float(accuracies.std())
    return results


@instead_of("compare")
def a_fair_start(designs, train, validate, seeds):
    """All nets of a design start with the same weights, and the accuracies are those of training.

    Known: copies_of_one_start, training_accuracy.
    """
    results = {}
    for name, design in designs.items():
        start, accuracies = design(seeds[0]), []
        for seed in seeds:
            model = copy.deepcopy(start)
            train(model, seed)
            accuracies.append(validate(model)["train"])
        mean = sum(accuracies) / len(accuracies)
        variance = sum((a - mean) ** 2 for a in accuracies) / (len(accuracies) - 1)
        results[name] = (mean, variance**0.5)
    return results


@instead_of("compare")
def one_run_each(designs, train, validate, seeds):
    """A single seed, and no spread.

    Known: the_first_seed_only.
    """
    results = {}
    for name, build in designs.items():
        net = build(seeds[0])
        train(net, seeds[0])
        results[name] = validate(net)["val"], 0.0
    return results


@instead_of("compare")
def the_luckiest(designs, train, validate, seeds):
    """A design is judged by its best seed.

    Known: the_best_seed.
    """
    results = {}
    for name in designs:
        runs = []
        for seed in seeds:
            net = designs[name](seed)
            train(net, seed)
            runs.append(validate(net)["val"])
        results[name] = (max(runs), torch.tensor(runs, dtype=torch.float64).std().item())
    return results


@instead_of("compare")
def how_sure_the_mean_is(designs, train, validate, seeds):
    """The spread is divided by the root of the number of seeds.

    Known: the_standard_error.
    """
    results = {}
    for name, build in designs.items():
        values = []
        for s in seeds:
            net = build(s)
            train(net, s)
            values.append(validate(net)["val"])
        values = torch.tensor(values)
        results[name] = values.mean().item(), (values.std() / len(seeds) ** 0.5).item()
    return results
