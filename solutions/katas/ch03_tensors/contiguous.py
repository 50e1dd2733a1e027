from torch import Tensor


def in_order(x: Tensor) -> Tensor:
    return x.contiguous()


def in_one_row(x: Tensor) -> Tensor:
    return x.reshape(-1)


def column_by_column(x: Tensor) -> Tensor:
    return x.t().reshape(-1)
