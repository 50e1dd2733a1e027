"""Right answers to ch05_mechanics/learning_rate, written differently."""

import math

import torch
from torch.nn.functional import mse_loss

from katas._dojo.writing.mistakes import instead_of
from katas.ch05_mechanics.learning_rate import DivergenceError


@instead_of("training_loop")
def by_autograd(n_epochs, learning_rate, params, t_u, t_c):
    params = params.clone().requires_grad_()
    kept = None
    for epoch in range(n_epochs):
        params.grad = None
        loss = mse_loss(params[0] * t_u + params[1], t_c)
        if not math.isfinite(loss.item()):
            raise DivergenceError(epoch + 1, kept)
        kept = params.detach().clone()
        loss.backward()
        with torch.no_grad():
            params -= learning_rate * params.grad
    return params.detach()


@instead_of("training_loop")
def by_an_optimizer(n_epochs, learning_rate, params, t_u, t_c):
    leaf = params.detach().clone().requires_grad_()
    optimizer = torch.optim.SGD([leaf], lr=learning_rate)
    history = [None]
    for epoch in range(1, 1 + n_epochs):
        w, b = leaf
        loss = torch.square(w * t_u + b - t_c).mean()
        if torch.isnan(loss) or torch.isinf(loss):
            raise DivergenceError(params=history[-1], epoch=epoch)
        history.append(leaf.detach().clone())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return leaf


@instead_of("training_loop")
def one_epoch_at_a_time(n_epochs, learning_rate, params, t_u, t_c):
    w, b = params
    before = None
    epoch = 0
    while epoch < n_epochs:
        epoch += 1
        errors = t_u * w + b - t_c
        loss = (errors * errors).sum() / len(errors)
        if not loss < math.inf:  # False for NaN as well
            raise DivergenceError(epoch, before)
        before = torch.stack([w, b])
        rate = 2 * errors / len(errors)
        w, b = w - learning_rate * (rate * t_u).sum(), b - learning_rate * rate.sum()
    return torch.stack([w, b])


@instead_of("training_loop")
def in_a_table(n_epochs, learning_rate, params, t_u, t_c):
    inputs = torch.stack([t_u, torch.ones_like(t_u)], dim=1)
    points = [params]
    for _ in range(n_epochs):
        errors = inputs @ points[-1] - t_c
        if (errors.pow(2).mean() - errors.pow(2).mean()).item() != 0.0:
            raise DivergenceError(len(points), points[-2] if points[1:] else None)
        points.append(points[-1] - 2 * learning_rate * (inputs.T @ (errors / len(t_c))))
    return points[-1]


@instead_of("DivergenceError")
class SaidInStrError(ArithmeticError):
    def __init__(self, epoch, params):
        super().__init__(epoch, params)

    @property
    def epoch(self):
        return self.args[0]

    @property
    def params(self):
        return self.args[1]

    def __str__(self):
        return f"diverged (epoch {self.epoch})"


@instead_of("DivergenceError")
class LastGoodParamsError(FloatingPointError):
    def __init__(self, epoch, params):
        self.epoch, self.params = epoch, params
        super().__init__(f"Epoch {epoch}: the loss left the finite numbers; before, {params}")


EQUIVALENT = {
    "torch sums in the dtype before it divides: the sum is finite where the mean is.": [
        ("(errors**2).mean()", "(errors**2).sum()"),
    ],
    "The message and the attributes know nothing of each other.": [
        (
            """
            super().__init__(f"the loss is not finite in epoch {epoch}")
            self.epoch = epoch
            """,
            """
            self.epoch = epoch
            super().__init__(f"the loss is not finite in epoch {epoch}")
            """,
        ),
    ],
}
