from torch import Tensor


def softmax(x: Tensor, dim: int) -> Tensor:
    exp = (x - x.amax(dim, keepdim=True)).exp()
    return exp / exp.sum(dim, keepdim=True)
