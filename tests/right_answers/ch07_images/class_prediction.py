"""Right answers to ch07_images/class_prediction, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {"Of two dimensions the second is the last.": [("dim=1", "dim=-1")]}


@instead_of("predict")
def torchs_max_as_in_the_book(log_probs):
    out = torch.exp(log_probs)
    _, index = torch.max(out, dim=1)
    return index, out.gather(dim=1, index=index.unsqueeze(1)).squeeze(1)


@instead_of("predict")
def softmax_once_more(log_probs):
    probs, classes = torch.softmax(log_probs, dim=1).max(dim=1)
    return classes, probs


@instead_of("predict")
def one_sample_at_a_time(log_probs):
    classes = torch.stack([row.argmax() for row in log_probs])
    best = [row[index] for row, index in zip(log_probs, classes, strict=True)]
    return classes, torch.stack(best).exp()


@instead_of("predict")
def the_row_and_the_class(log_probs):
    classes = log_probs.argmax(dim=-1)
    rows = torch.arange(len(log_probs), device=log_probs.device)
    return classes, log_probs[rows, classes].exp()
