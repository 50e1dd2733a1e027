import torch
from torch import Tensor


def class_weights(labels: Tensor, n_classes: int) -> Tensor:
    counts = torch.bincount(labels, minlength=n_classes)
    return len(labels) / (n_classes * counts)


def weighted_cross_entropy(logits: Tensor, labels: Tensor, weights: Tensor) -> Tensor:
    log_probs = logits.log_softmax(dim=1)
    losses = -log_probs.gather(1, labels[:, None]).squeeze(1)
    sample_weights = weights[labels]
    return (sample_weights * losses).sum() / sample_weights.sum()


def pos_weight(labels: Tensor) -> Tensor:
    return (labels == 0).sum() / (labels == 1).sum()
