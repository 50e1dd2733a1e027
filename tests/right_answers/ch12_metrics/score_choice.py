"""Right answers to ch12_metrics/score_choice, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of what is only ranked, all may be so many times as much.": [
        ('"mean": total / 2', '"mean": total * 2'),
        ('"mean": total / 2', '"mean": total'),
        ('"mean": total / 2', '"mean": total / 1'),
        ('"mean": total / 2', '"mean": total / 3'),
        ('"mean": total / 2', '"mean": total / 4'),
        ("2 * product / total", "product / total"),
        ("2 * product / total", "1 * product / total"),
        ("2 * product / total", "3 * product / total"),
        ("2 * product / total", "4 * product / total"),
    ],
    "Neither of the two is negative.": [("total == 0", "total <= 0")],
}


@instead_of("choices")
def pair_by_pair(precision, recall):
    pairs = list(zip(precision.tolist(), recall.tolist(), strict=True))
    scores = {
        "mean": lambda p, r: (p + r) / 2,
        "minimum": min,
        "product": lambda p, r: p * r,
        "f1": lambda p, r: 2 * p * r / ((p + r) or 1),
    }
    return {
        name: max(range(len(pairs)), key=lambda n, score=score: score(*pairs[n]))
        for name, score in scores.items()
    }


@instead_of("choices")
def one_table(precision, recall):
    pairs = torch.stack([precision, recall])
    f1 = 2 / (1 / precision + 1 / recall)
    rows = torch.stack([pairs.mean(0), pairs.amin(0), pairs.prod(0), f1])
    return dict(zip(["mean", "minimum", "product", "f1"], rows.argmax(dim=1).tolist(), strict=True))
