from torch import Tensor


def f1_score(precision: Tensor, recall: Tensor) -> Tensor:
    total = precision + recall
    score = 2 * precision * recall / total
    return score.masked_fill(total == 0, 0)
