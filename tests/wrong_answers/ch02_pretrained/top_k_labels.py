"""Wrong answers to ch02_pretrained/top_k_labels, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("top_k_labels")
def softmax_of_each_column(out, labels, k=5):
    """Softmax runs over the batch of one, so that everything is 100 %.

    Known: softmax_over_the_batch.
    """
    probs = torch.nn.functional.softmax(out, dim=0)[0]
    _, order = torch.sort(out[0], descending=True)
    return [(labels[i], probs[i].item() * 100) for i in order[:k]]


@instead_of("top_k_labels")
def only_among_the_best(out, labels, k=5):
    """The percentages of the k best add up to 100, and are tensors.

    Known: softmax_of_the_best_alone, tensors_for_numbers.
    """
    scores, indices = torch.topk(out.squeeze(0), k)
    return [(labels[i], p) for i, p in zip(indices, torch.softmax(scores, 0) * 100, strict=True)]


@instead_of("top_k_labels")
def exponentials_by_hand(out, labels, k=5):
    """Exponentials of large scores are infinite, of very low ones all 0.

    Known: exponentials_without_a_shift.
    """
    e = torch.exp(out[0])
    p = e / e.sum()
    ranked = sorted(range(len(labels)), key=lambda i: out[0, i].item(), reverse=True)
    return [(labels[i], 100 * float(p[i])) for i in ranked[:k]]


@instead_of("top_k_labels")
def sorted_upwards(out, labels, k=5):
    """sort goes upwards, and the slice takes the lowest.

    Known: the_lowest.
    """
    percentage = torch.softmax(out, dim=1)[0] * 100
    _, indices = torch.sort(out)
    return [(labels[idx], percentage[idx].item()) for idx in indices[0][:k]]


@instead_of("top_k_labels")
def shares_rounded(out, labels, k=5):
    """Shares rounded to two digits, in place of percentages.

    Known: nothing.
    """
    probs, classes = out.softmax(1).topk(k)
    return [
        (labels[c], round(p, 2))
        for p, c in zip(probs[0].tolist(), classes[0].tolist(), strict=True)
    ]


@instead_of("top_k_labels")
def the_best_of_the_shares(out, labels, k=5):
    """Shares that all are 0 have an order of their own, and they are tensors.

    Known: ranked_by_percentage, tensors_for_numbers.
    """
    p, idx = torch.softmax(out, 1).topk(k)
    return list(zip([labels[i] for i in idx[0]], p[0] * 100, strict=True))


@instead_of("top_k_labels")
def the_best_of_equals(out, labels, k=5):
    """Softmax runs over the batch of one, and what is 100 % everywhere has no best.

    Known: softmax_over_the_batch, ranked_by_percentage.
    """
    p = torch.softmax(out, dim=0) * 100
    best, idx = p.topk(k)
    return [(labels[i], v.item()) for i, v in zip(idx[0], best[0], strict=True)]
