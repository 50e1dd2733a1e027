"""Wrong answers to ch05_mechanics/manual_gradient, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of
from katas.ch05_mechanics.manual_gradient import dloss_fn, dmodel_db, dmodel_dw, grad_fn, model


@instead_of("dloss_fn")
def the_mean_forgotten(t_p, t_c):
    """The derivative is that of the squares, not of their mean.

    Known: the_mean_forgotten.
    """
    return 2 * (t_p - t_c)


@instead_of("dloss_fn")
def target_less_prediction(t_p, t_c):
    """The sign is that of the error turned round.

    Known: the_sign_turned_round.
    """
    n = t_p.shape[0]
    return 2 * (t_c - t_p) / n


@instead_of("grad_fn")
def averaged_again(t_u, t_c, t_p, w, b):
    """The products are averaged, and the mean is in the first factor already.

    Known: the_mean_of_the_products.
    """
    dloss = dloss_fn(t_p, t_c)
    return torch.stack(
        [(dloss * dmodel_dw(t_u, w, b)).mean(), (dloss * dmodel_db(t_u, w, b)).mean()]
    )


@instead_of("grad_fn")
def bias_rate_not_summed(t_u, t_c, t_p, w, b):
    """The rate of b is that of the first sample.

    Known: nothing.
    """
    d = dloss_fn(t_p, t_c)
    dw = torch.dot(d, dmodel_dw(t_u, w, b))
    db = (d * dmodel_db(t_u, w, b))[0]
    return torch.stack((dw, db))


@instead_of("grad_fn")
def each_sum_on_its_own(t_u, t_c, t_p, w, b):
    """Rates are summed, then multiplied.

    Known: nothing.
    """
    dloss_dtp = dloss_fn(t_p, t_c).sum()
    dloss_dw = dloss_dtp * dmodel_dw(t_u, w, b).sum()
    return torch.stack([dloss_dw, dloss_dtp])


@instead_of("dmodel_dw")
def the_weight_itself(t_u, w, b):
    """The rate of the model with t_u, not with w.

    Known: the_slope_itself.
    """
    return w * torch.ones_like(t_u)


@instead_of("training_loop")
def predicted_once(n_epochs, learning_rate, params, t_u, t_c):
    """The predictions are those of the first parameters.

    Known: the_first_predictions_for_ever.
    """
    t_p = model(t_u, *params)
    for _epoch in range(n_epochs):
        w, b = params
        params = params - learning_rate * grad_fn(t_u, t_c, t_p, w, b)
    return params


@instead_of("training_loop")
def uphill_in_place(n_epochs, learning_rate, params, t_u, t_c):
    """The gradient is added, to the caller's own tensor.

    Known: uphill, parameters_moved_in_place.
    """
    for _ in range(n_epochs):
        w, b = params
        grad = grad_fn(t_u, t_c, model(t_u, w, b), w, b)
        params += learning_rate * grad
    return params
