"""Right answers to ch07_images/likelihood, written differently."""

import functools

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    'Of the two reductions "sum" is the last in the alphabet.': [
        ('reduction == "sum"', 'reduction >= "sum"'),
    ],
}


@instead_of("likelihood")
def the_loop_of_the_book(probs, targets):
    class_index = targets.unsqueeze(1)
    prod = 1.0
    for x in probs.gather(dim=1, index=class_index):
        prod *= x
    return prod


@instead_of("likelihood")
def by_advanced_indexing(probs, targets):
    rows = torch.arange(len(targets), device=targets.device)
    return torch.prod(probs[rows, targets])


@instead_of("likelihood")
def one_sample_at_a_time(probs, targets):
    picked = [row[target] for row, target in zip(probs, targets, strict=True)]
    return functools.reduce(torch.mul, picked)


@instead_of("neg_log_likelihood")
def all_logarithms_first(probs, targets, reduction):
    picked = probs.log()[torch.arange(len(probs), device=probs.device), targets]
    return {"sum": torch.sum, "mean": torch.mean}[reduction](-picked)


@instead_of("neg_log_likelihood")
def by_a_mask(probs, targets, reduction):
    classes = torch.arange(probs.shape[1], device=probs.device)
    total = -probs[classes == targets.unsqueeze(1)].log().sum()
    if reduction == "mean":
        total = total / probs.shape[0]
    return total


@instead_of("neg_log_likelihood")
def added_in_a_loop(probs, targets, reduction):
    loss = torch.zeros((), device=probs.device, dtype=probs.dtype)
    for p in probs.take_along_dim(targets[:, None], dim=1).squeeze(1):
        loss = loss - torch.log(p)
    return loss / len(targets) if reduction == "mean" else loss
