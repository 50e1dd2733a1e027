"""Right answers to ch05_mechanics/manual_gradient, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("model")
def with_addcmul(t_u, w, b):
    return torch.addcmul(b, w, t_u)


@instead_of("model")
def as_a_matrix_product(t_u, w, b):
    return torch.stack([t_u, torch.ones_like(t_u)], dim=1) @ torch.stack([w, b])


@instead_of("loss_fn")
def with_mse_loss(t_p, t_c):
    return torch.nn.functional.mse_loss(t_p, t_c)


@instead_of("loss_fn")
@torch.no_grad()
def as_a_dot_product(t_p, t_c):
    error = t_c - t_p
    return error.dot(error) / len(error)


@instead_of("dloss_fn")
def halves_into_the_divisor(t_p, t_c):
    return (t_p - t_c).div(len(t_c) / 2)


@instead_of("dloss_fn")
def in_place_on_its_own_copy(t_p, t_c):
    return t_c.clone().neg_().add_(t_p).mul_(2).div_(t_p.numel())


@instead_of("dmodel_dw")
def a_copy_of_the_readings(t_u, w, b):
    return t_u.clone()


@instead_of("dmodel_dw")
def the_prediction_at_one_and_zero(t_u, w, b):
    return torch.ones_like(w) * t_u + torch.zeros_like(b)


@instead_of("dmodel_db")
def ones_like_the_readings(t_u, w, b):
    return torch.ones_like(t_u)


@instead_of("dmodel_db")
def a_zero_dimensional_one(t_u, w, b):
    return torch.ones_like(b)


@instead_of("dmodel_db")
def an_integer(t_u, w, b):
    return 1


@instead_of("grad_fn")
def by_the_design_matrix(t_u, t_c, t_p, w, b):
    inputs = torch.stack([t_u, torch.ones_like(t_u)])
    return inputs @ (t_p - t_c) * 2 / t_u.shape[0]


@instead_of("grad_fn")
def from_means_without_the_predictions(t_u, t_c, t_p, w, b):
    error = w * t_u + b - t_c
    return 2 * torch.hstack([(error * t_u).mean(), error.mean()])


@instead_of("grad_fn")
def sample_by_sample(t_u, t_c, t_p, w, b):
    gradient = t_u.new_zeros(2)
    inputs = torch.stack([t_u, torch.ones_like(t_u)], dim=1)
    for sample, error in zip(inputs, t_p - t_c, strict=True):
        gradient += error * sample
    return 2 / len(t_u) * gradient


@instead_of("training_loop")
def as_the_book_lists_it(n_epochs, learning_rate, params, t_u, t_c):
    for epoch in range(1, n_epochs + 1):
        w, b = params
        t_p = with_addcmul(t_u, w, b)
        loss = with_mse_loss(t_p, t_c)
        params = params - learning_rate * by_the_design_matrix(t_u, t_c, t_p, w, b)
        print("Epoch %d, Loss %f" % (epoch, float(loss)))  # noqa: UP031
    return params


@instead_of("training_loop")
def in_place_on_a_copy(n_epochs, learning_rate, params, t_u, t_c):
    params = params.clone()
    for _ in range(n_epochs):
        params -= learning_rate * _gradient(params, t_u, t_c)
    return params


@instead_of("training_loop")
@torch.inference_mode()
def by_recursion(n_epochs, learning_rate, params, t_u, t_c):
    # Halving keeps the recursion shallow.
    if n_epochs < 2:
        return params - n_epochs * learning_rate * _gradient(params, t_u, t_c)
    half = n_epochs // 2
    params = by_recursion(half, learning_rate, params, t_u, t_c)
    return by_recursion(n_epochs - half, learning_rate, params, t_u, t_c)


@instead_of("training_loop")
def as_an_affine_map_of_the_parameters(n_epochs, learning_rate, params, t_u, t_c):
    inputs = torch.stack([t_u, torch.ones_like(t_u)])
    matrix = torch.eye(2).to(inputs) - learning_rate * 2 / len(t_u) * inputs @ inputs.T
    shift = learning_rate * 2 / len(t_u) * inputs @ t_c
    for _ in range(n_epochs):
        params = matrix @ params + shift
    return params


@instead_of("training_loop")
def in_python_numbers(n_epochs, learning_rate, params, t_u, t_c):
    w, b = params.tolist()
    readings, targets = t_u.tolist(), t_c.tolist()
    if params.dtype == torch.float32:  # Python's numbers do not overflow where float32 does
        return in_place_on_a_copy(n_epochs, learning_rate, params, t_u, t_c)
    for _ in range(n_epochs):
        errors = [w * u + b - c for u, c in zip(readings, targets, strict=True)]
        dw = 2 * sum(e * u for e, u in zip(errors, readings, strict=True)) / len(errors)
        db = 2 * sum(errors) / len(errors)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return params.new_tensor([w, b])


def _gradient(params, t_u, t_c):
    error = params[0] * t_u + params[1] - t_c
    return 2 * torch.stack([(error * t_u).mean(), error.mean()])


EQUIVALENT = {
    "An error counts by its square, whichever way it points.": [
        ("((t_p - t_c) ** 2)", "((t_c - t_p) ** 2)"),
    ],
    "There is one target for each prediction, and one dimension.": [
        ("t_p.size(0)", "t_c.size(0)"),
        ("t_p.size(0)", "t_p.size(-1)"),
    ],
    "The rate with w is t_u itself, whatever w and b are.": [
        ("dloss_dtp * dmodel_dw(t_u, w, b)", "dloss_dtp * t_u"),
        *[
            ("dmodel_dw(t_u, w, b)", f"dmodel_dw(t_u, {w_and_b})")
            for w_and_b in (
                "t_u, b",
                "t_c, b",
                "t_p, b",
                "b, b",
                "w, t_u",
                "w, t_c",
                "w, t_p",
                "w, w",
            )
        ],
    ],
    "The rate with b is 1.0, whatever all else is.": [
        ("dloss_dtp * dmodel_db(t_u, w, b)", "dloss_dtp"),
        ("dloss_dtp * dmodel_db", "dloss_dtp / dmodel_db"),
        *[
            ("dmodel_db(t_u, w, b)", f"dmodel_db({arguments})")
            for arguments in ("w, t_u, b", "t_c, w, b", "t_p, w, b", "w, w, b", "b, w, b")
        ],
        *[
            ("dmodel_db(t_u, w, b)", f"dmodel_db(t_u, {w_and_b})")
            for w_and_b in (
                "t_u, b",
                "t_c, b",
                "t_p, b",
                "b, b",
                "w, t_u",
                "w, t_c",
                "w, t_p",
                "w, w",
            )
        ],
    ],
    "A product asks for no order.": [("t_p = model(t_u, w, b)", "t_p = model(w, t_u, b)")],
}
