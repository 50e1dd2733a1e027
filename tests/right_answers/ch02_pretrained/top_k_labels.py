"""Right answers to ch02_pretrained/top_k_labels, written differently."""

import math

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [("softmax(dim=1)", "softmax(dim=-1)")],
    "There is one image, which is the last one too.": [
        ("softmax(dim=1)[0]", "softmax(dim=1)[-1]"),
        ("out[0].topk", "out[-1].topk"),
    ],
}


@instead_of("top_k_labels")
def as_the_book_does(out, labels, k=5):
    percentage = torch.nn.functional.softmax(out, dim=1)[0] * 100
    _, indices = torch.sort(out, descending=True)
    return [(labels[idx], percentage[idx].item()) for idx in indices[0][:k]]


@instead_of("top_k_labels")
def in_plain_python(out, labels, k=5):
    (scores,) = out.double().tolist()
    exponentials = [math.exp(score - max(scores)) for score in scores]
    ranked = sorted(zip(scores, exponentials, labels, strict=True), reverse=True)
    return [(label, 100 * it / sum(exponentials)) for _, it, label in ranked[:k]]


@instead_of("top_k_labels")
def by_log_softmax(out, labels, k=5):
    log_shares, indices = out.detach().double().log_softmax(-1).topk(k, dim=-1)
    percentages = log_shares.exp().mul(100).squeeze(0).tolist()
    named = (labels[index] for index in indices.squeeze(0).tolist())
    return list(zip(named, percentages, strict=True))
