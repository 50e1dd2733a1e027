from collections.abc import Callable

from torch import Tensor

Model = Callable[[Tensor, Tensor, Tensor], Tensor]
Loss = Callable[[Tensor, Tensor], Tensor]


def rates_of_change(
    model: Model,
    loss_fn: Loss,
    t_u: Tensor,
    t_c: Tensor,
    w: Tensor,
    b: Tensor,
    delta: float = 0.1,
) -> tuple[Tensor, Tensor]:
    def loss(w, b):
        return loss_fn(model(t_u, w, b), t_c)

    rate_with_w = (loss(w + delta, b) - loss(w - delta, b)) / (2 * delta)
    rate_with_b = (loss(w, b + delta) - loss(w, b - delta)) / (2 * delta)
    return rate_with_w, rate_with_b


def step(
    model: Model,
    loss_fn: Loss,
    t_u: Tensor,
    t_c: Tensor,
    w: Tensor,
    b: Tensor,
    learning_rate: float,
    delta: float = 0.1,
) -> tuple[Tensor, Tensor]:
    rate_with_w, rate_with_b = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    return w - learning_rate * rate_with_w, b - learning_rate * rate_with_b
