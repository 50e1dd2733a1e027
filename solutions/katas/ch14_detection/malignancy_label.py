from torch import Tensor


def is_malignant(ratings: Tensor) -> Tensor:
    suspicious = ratings >= 4
    return suspicious.sum(dim=1) >= 2
