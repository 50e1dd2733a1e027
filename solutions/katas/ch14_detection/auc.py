from torch import Tensor


def area_under(fpr: Tensor, tpr: Tensor) -> Tensor:
    widths = fpr[1:] - fpr[:-1]
    heights = (tpr[1:] + tpr[:-1]) / 2
    return (widths * heights).sum()


def chance_of_outranking(scores: Tensor, labels: Tensor) -> Tensor:
    positives, negatives = scores[labels, None], scores[~labels]
    wins = (positives > negatives) + 0.5 * (positives == negatives)
    return wins.mean()
