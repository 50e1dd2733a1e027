from torch import Tensor


def l1_loss(t_p: Tensor, t_c: Tensor) -> Tensor:
    return (t_p - t_c).abs().mean()


def mse_loss(t_p: Tensor, t_c: Tensor) -> Tensor:
    return ((t_p - t_c) ** 2).mean()
