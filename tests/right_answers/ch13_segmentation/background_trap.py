"""Right answers to ch13_segmentation/background_trap, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A number is no object to change in place.": [
        ("loss +=", "loss = loss +"),
        ("n_pixels +=", "n_pixels = n_pixels +"),
        ("n_right +=", "n_right = n_right +"),
        ("intersection +=", "intersection = intersection +"),
        ("union +=", "union = union +"),
    ],
}


@instead_of("segmentation_scores")
def all_pixels_first(batches):
    logits, labels = [], []
    for answer, label in batches:
        logits.append(answer.movedim(1, -1).reshape(-1, 2))
        labels.append(label.flatten())
    logits, labels = torch.cat(logits), torch.cat(labels)
    predicted, actual = logits[:, 1] > logits[:, 0], labels.bool()
    either = (predicted | actual).sum()
    iou = (predicted & actual).sum() / either if either else torch.tensor(1.0)
    loss = nn.CrossEntropyLoss()(logits, labels)
    return loss.item(), (predicted == actual).double().mean().item(), iou.item()


@instead_of("segmentation_scores")
def by_the_four_counts(batches):
    total, counts = 0.0, torch.zeros(4, dtype=torch.int64)
    for logits, labels in batches:
        losses = -logits.log_softmax(dim=1).gather(1, labels[:, None])
        total += losses.double().sum().item()
        predicted = logits.max(dim=1).indices
        counts += torch.bincount((2 * labels + predicted).flatten(), minlength=4).cpu()
    tn, fp, fn, tp = counts.tolist()
    n = tn + fp + fn + tp
    return total / n, (tp + tn) / n, 1.0 if tp + fp + fn == 0 else tp / (tp + fp + fn)
