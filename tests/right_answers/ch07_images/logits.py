"""Right answers to ch07_images/logits, written differently."""

import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {"Of two dimensions the second is the last.": [("softmax(dim=1)", "softmax(dim=-1)")]}


@instead_of("loss_and_probs")
def as_in_the_book(model, imgs, labels):
    outputs = model(imgs)
    loss = nn.CrossEntropyLoss()(outputs, labels)
    with torch.no_grad():
        return loss, nn.Softmax(dim=1)(outputs)


@instead_of("loss_and_probs")
def log_softmax_first(model, imgs, labels):
    log_probs = model(imgs).log_softmax(-1)
    loss = nn.functional.nll_loss(log_probs, labels)
    return loss, log_probs.exp().detach()


@instead_of("loss_and_probs")
def log_probabilities_are_logits_too(model, imgs, labels):
    log_probs = nn.functional.log_softmax(model(imgs), dim=1)
    return nn.functional.cross_entropy(log_probs, labels), log_probs.data.softmax(-1)


@instead_of("loss_range")
def what_cross_entropy_says(n_classes):
    right, *_, wrong = torch.eye(n_classes, dtype=torch.float64)
    first = torch.tensor(0)
    return tuple(nn.functional.cross_entropy(it, first).item() for it in (right, wrong))


@instead_of("loss_range")
def softmax_of_one_and_zeros(n_classes):
    total = math.exp(1) + (n_classes - 1) * math.exp(0)
    return -math.log(math.e / total), -math.log(1 / total)
