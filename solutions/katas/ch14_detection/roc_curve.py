from torch import Tensor
from torch.nn.functional import pad


def roc_curve(scores: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    thresholds = scores.unique().flip(0)  # from the highest to the lowest
    predicted = (scores >= thresholds[:, None]).float()  # [T, N]
    fpr = predicted[:, ~labels].mean(dim=1)
    tpr = predicted[:, labels].mean(dim=1)
    return pad(fpr, (1, 0)), pad(tpr, (1, 0))
