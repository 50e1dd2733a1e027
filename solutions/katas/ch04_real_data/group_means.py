from torch import Tensor


def group_means(data: Tensor, target: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    bad = data[target <= 3]
    middling = data[(target > 3) & (target < 7)]
    good = data[target >= 7]
    return bad.mean(dim=0), middling.mean(dim=0), good.mean(dim=0)
