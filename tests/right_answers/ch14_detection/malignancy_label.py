"""Right answers to ch14_detection/malignancy_label, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [("dim=1", "dim=-1")],
}


@instead_of("is_malignant")
def as_in_the_book(ratings):
    labels = [len([it for it in nodule if it >= 4]) >= 2 for nodule in ratings.tolist()]
    return torch.tensor(labels, dtype=torch.bool, device=ratings.device)


@instead_of("is_malignant")
def by_the_second_highest(ratings):
    if ratings.shape[1] < 2:
        return torch.zeros(len(ratings), dtype=torch.bool, device=ratings.device)
    return ratings.sort(dim=1, descending=True).values[:, 1] >= 4
