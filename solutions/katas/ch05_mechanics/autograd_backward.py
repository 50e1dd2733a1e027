from collections.abc import Callable

from torch import Tensor


def new_params(start: Tensor) -> Tensor:
    return start.detach().clone().requires_grad_()


def loss_gradient(
    model: Callable[..., Tensor],
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    params: Tensor,
    t_u: Tensor,
    t_c: Tensor,
) -> Tensor:
    loss = loss_fn(model(t_u, *params), t_c)
    loss.backward()
    return params.grad
