"""Right answers to ch14_detection/roc_curve, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [
        ("~labels].mean(dim=1)", "~labels].mean(dim=-1)"),
        ("[:, labels].mean(dim=1)", "[:, labels].mean(dim=-1)"),
    ],
    "Of one dimension, 0 is the last.": [("flip(0)", "flip(-1)")],
}


@instead_of("roc_curve")
def as_in_the_book_with_thresholds_of_its_own(diam, is_mal):
    values = sorted(set(diam.tolist()), reverse=True)
    threshold = torch.tensor([float("inf"), *values], device=diam.device, dtype=diam.dtype)
    num_mal = is_mal.sum()
    num_ben = len(is_mal) - num_mal
    predictions = diam[None] >= threshold[:, None]
    tp_diam = (predictions & is_mal[None]).sum(1).float() / num_mal
    fp_diam = (predictions & ~is_mal[None]).sum(1).float() / num_ben
    return fp_diam, tp_diam


@instead_of("roc_curve")
def sorted_once(scores, labels):
    scores, order = scores.sort(descending=True)
    hits = labels[order]
    last = torch.cat([scores[1:] != scores[:-1], labels.new_ones(1)])
    rates = []
    for kind in (~hits, hits):
        n = kind.cumsum(0)[last]
        rates.append(torch.cat([n.new_zeros(1), n]).float() / kind.sum())
    return tuple(rates)
