from torch import Tensor


def loss_fn(t_p: Tensor, t_c: Tensor) -> Tensor:
    if t_p.shape != t_c.shape:
        raise ValueError(f"predictions {list(t_p.shape)}, but targets {list(t_c.shape)}")
    return ((t_p - t_c) ** 2).mean()
