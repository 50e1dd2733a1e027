"""Right answers to ch05_mechanics/rate_of_change, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.rate_of_change import rates_of_change


@instead_of("rates_of_change")
def as_the_book_lists_it(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    loss_rate_of_change_w = (
        loss_fn(model(t_u, w + delta, b), t_c) - loss_fn(model(t_u, w - delta, b), t_c)
    ) / (2.0 * delta)
    loss_rate_of_change_b = (
        loss_fn(model(t_u, w, b + delta), t_c) - loss_fn(model(t_u, w, b - delta), t_c)
    ) / (2.0 * delta)
    return loss_rate_of_change_w, loss_rate_of_change_b


@instead_of("rates_of_change")
def along_each_axis(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    params = torch.stack([w, b])
    rates = []
    for shift in delta * torch.eye(2, device=w.device, dtype=w.dtype):
        after, before = (loss_fn(model(t_u, *(params + way)), t_c) for way in (shift, -shift))
        rates.append((after - before) / delta / 2)
    return torch.stack(rates)


@instead_of("rates_of_change")
def the_mean_of_both_sides(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    def rate(at):
        here = loss_fn(model(t_u, *at(0)), t_c)
        ahead = (loss_fn(model(t_u, *at(delta)), t_c) - here) / delta
        behind = (loss_fn(model(t_u, *at(-delta)), t_c) - here) / -delta
        return (ahead + behind) / 2

    return [rate(lambda by: (w + by, b)), rate(lambda by: (w, b + by))]


@instead_of("rates_of_change")
def moved_in_place_and_put_back(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    rates = []
    for parameter in (w, b):
        kept, losses = parameter.clone(), []
        for way in (delta, -delta):
            parameter.copy_(kept + way)
            losses.append(loss_fn(model(t_u, w, b), t_c).clone())
        parameter.copy_(kept)
        rates.append((losses[0] - losses[1]) / (2 * delta))
    return tuple(rates)


@instead_of("rates_of_change")
def without_a_graph(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    with torch.no_grad():
        values = [
            loss_fn(model(t_u, w + dw, b + db), t_c)
            for dw, db in [(delta, 0), (-delta, 0), (0, delta), (0, -delta)]
        ]
    high_w, low_w, high_b, low_b = values
    return (high_w - low_w).mul(0.5 / delta), (high_b - low_b).mul(0.5 / delta)


@instead_of("step")
def on_a_copy_in_place(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    rates = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    return [p.clone().sub_(r, alpha=learning_rate) for p, r in zip((w, b), rates, strict=True)]


@instead_of("step")
def both_in_one_tensor(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    gradient = torch.stack(rates_of_change(model, loss_fn, t_u, t_c, w, b, delta))
    return (torch.stack([w, b]) - learning_rate * gradient).unbind()


@instead_of("step")
def w_last(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    def loss(w, b):
        return loss_fn(model(t_u, w, b), t_c)

    scale = learning_rate / (2 * delta)
    new_b = b - scale * (loss(w, b + delta) - loss(w, b - delta))
    return w - scale * (loss(w + delta, b) - loss(w - delta, b)), new_b


EQUIVALENT = {
    "To both sides of a point is the same the other way round.": [
        ("b: Tensor,\ndelta: float = 0.1", "b: Tensor,\ndelta: float = -0.1"),
        ("learning_rate: float,\ndelta: float = 0.1", "learning_rate: float,\ndelta: float = -0.1"),
    ],
}
