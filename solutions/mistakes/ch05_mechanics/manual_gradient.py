"""Known wrong answers to ch05_mechanics/manual_gradient."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics import manual_gradient as right


@instead_of("model")
def the_intercept_inside_the_product(t_u, w, b):
    """You added b before you multiplied by w. The line is w * t_u, and then + b."""
    return w * (t_u + b)


@instead_of("model")
def readings_scaled_in_place(t_u, w, b):
    """You multiplied the readings in place. They belong to the caller, and the next epoch
    needs them as they were: make a new tensor."""
    return t_u.mul_(w).add_(b)


@instead_of("loss_fn")
def the_sum_of_the_squares(t_p, t_c):
    """You summed the squared errors. Take their mean, or the loss grows with the number of
    samples."""
    return ((t_p - t_c) ** 2).sum()


@instead_of("loss_fn")
def the_absolute_error(t_p, t_c):
    """You averaged the absolute differences. Square each difference instead: this loss is
    the mean squared error."""
    return (t_p - t_c).abs().mean()


@instead_of("loss_fn")
def the_root_of_the_mean(t_p, t_c):
    """You took the square root at the end. It is the mean squared error itself that is the
    loss here."""
    return ((t_p - t_c) ** 2).mean().sqrt()


@instead_of("loss_fn")
def a_loss_with_a_dimension(t_p, t_c):
    """Your loss has shape [1]. It is a single number, of shape []: do not keep the dimension
    when you take the mean."""
    return ((t_p - t_c) ** 2).mean(dim=0, keepdim=True)


@instead_of("dloss_fn")
def the_two_forgotten(t_p, t_c):
    """You dropped the 2 that comes down when a square is differentiated."""
    return (t_p - t_c) / t_p.size(0)


@instead_of("dloss_fn")
def the_mean_forgotten(t_p, t_c):
    """You differentiated the square, but not the mean around it: divide by the number of
    samples."""
    return 2 * (t_p - t_c)


@instead_of("dloss_fn")
def the_sign_turned_round(t_p, t_c):
    """You subtracted the prediction from the target. The square does not care which way
    round, its derivative does: t_p - t_c."""
    return 2 * (t_c - t_p) / t_p.size(0)


@instead_of("dloss_fn")
def one_rate_for_all_predictions(t_p, t_c):
    """You averaged the rates to one number. Each prediction has a rate of its own; they are
    summed only after each has met the model's rate for its sample."""
    return 2 * (t_p - t_c).mean()


@instead_of("dloss_fn")
def eleven_samples_always(t_p, t_c):
    """You divided by 11, which is right for the book's data alone. Ask the tensor for its
    size."""
    return 2 * (t_p - t_c) / 11


@instead_of("dloss_fn")
def predictions_overwritten(t_p, t_c):
    """You subtracted in place, so the caller's predictions are gone. Make a new tensor."""
    return t_p.sub_(t_c).mul(2 / t_p.size(0))


@instead_of("dmodel_dw")
def the_slope_itself(t_u, w, b):
    """You returned w. The prediction w * t_u + b grows by t_u when w grows by one."""
    return w * torch.ones_like(t_u)


@instead_of("dmodel_dw")
def the_mean_reading(t_u, w, b):
    """You averaged the readings. Each sample answers to w with its own reading, so there are
    N rates."""
    return t_u.mean()


@instead_of("dmodel_dw")
def the_whole_product(t_u, w, b):
    """You returned w * t_u. Differentiating by w takes the w away: what stays is t_u."""
    return w * t_u


@instead_of("dmodel_db")
def a_constant_has_no_slope(t_u, w, b):
    """You returned 0. It is b that moves here: when b grows by one, so does every
    prediction."""
    return 0.0


@instead_of("dmodel_db")
def the_intercept_itself(t_u, w, b):
    """You returned b. Differentiate w * t_u + b by b: what stays is 1."""
    return b


@instead_of("dmodel_db")
def ones_in_a_column(t_u, w, b):
    """Your ones have shape [N, 1], and against N rates they broadcast to [N, N]: the sum then
    counts everything N times. Use shape [N], or the number 1.0."""
    return torch.ones_like(t_u).unsqueeze(1)


@instead_of("dmodel_db")
def ones_of_the_default_dtype(t_u, w, b):
    """Your ones are float32 whatever t_u is. Make them like t_u, with its dtype and device."""
    return torch.ones(t_u.shape)


@instead_of("grad_fn")
def the_mean_of_the_products(t_u, t_c, t_p, w, b):
    """You averaged the products. The 1/N of the mean is in d loss / d t_p already, so here
    the products are summed."""
    return right.grad_fn(t_u, t_c, t_p, w, b) / t_u.size(0)


@instead_of("grad_fn")
def each_rate_summed_before_the_product(t_u, t_c, t_p, w, b):
    """You summed the loss's rates first and multiplied afterwards. Multiply sample by sample,
    then sum: each prediction has its own pair of rates."""
    dloss_dtp = right.dloss_fn(t_p, t_c)
    return torch.stack([dloss_dtp.sum() * t_u.mean(), dloss_dtp.sum()])


@instead_of("grad_fn")
def b_before_w(t_u, t_c, t_p, w, b):
    """You put the rate of b first. The parameters are [w, b], so the gradient is in that
    order too."""
    return right.grad_fn(t_u, t_c, t_p, w, b).flip(0)


@instead_of("grad_fn")
def one_gradient_for_each_sample(t_u, t_c, t_p, w, b):
    """You stacked the products without summing them. A parameter serves all samples, so its
    gradient is the sum over them: two numbers in all."""
    dloss_dtp = right.dloss_fn(t_p, t_c)
    return torch.stack([dloss_dtp * t_u, dloss_dtp])


@instead_of("grad_fn")
def a_tensor_made_of_python_numbers(t_u, t_c, t_p, w, b):
    """You built a tensor from Python numbers, so it has the default dtype. Stack the two sums:
    they know their dtype and device."""
    return torch.tensor(right.grad_fn(t_u, t_c, t_p, w, b).tolist())


@instead_of("grad_fn")
def a_forward_difference(t_u, t_c, t_p, w, b):
    """You measured how the loss changes when a parameter moves a little. That is near the
    gradient, not equal to it: work the derivative out."""
    delta = 0.1
    loss = right.loss_fn(t_p, t_c)
    dloss_dw = (right.loss_fn(right.model(t_u, w + delta, b), t_c) - loss) / delta
    dloss_db = (right.loss_fn(right.model(t_u, w, b + delta), t_c) - loss) / delta
    return torch.stack([dloss_dw, dloss_db])


@instead_of("grad_fn")
def a_gradient_by_backward(t_u, t_c, t_p, w, b):
    """You let autograd differentiate. Here the gradient is worked out by hand, so that you
    know what autograd does for you later."""
    with torch.inference_mode(False), torch.enable_grad():
        params = torch.stack([w, b]).clone().requires_grad_()
        right.loss_fn(right.model(t_u.clone(), *params), t_c.clone()).backward()
    return params.grad


@instead_of("training_loop")
def uphill(n_epochs, learning_rate, params, t_u, t_c):
    """You added the gradient, and climbed. It points to where the loss grows: subtract it."""
    return right.training_loop(n_epochs, -learning_rate, params, t_u, t_c)


@instead_of("training_loop")
def parameters_moved_in_place(n_epochs, learning_rate, params, t_u, t_c):
    """You updated the caller's params in place. Whoever called cannot start again from there:
    make new parameters at each step."""
    for _ in range(n_epochs):
        params -= learning_rate * _gradient(params, t_u, t_c)
    return params


@instead_of("training_loop")
def w_moved_before_b_was_measured(n_epochs, learning_rate, params, t_u, t_c):
    """You moved w first and took the rate of b with the new w. Both rates belong to the same
    point: take them both, then move."""
    w, b = params
    for _ in range(n_epochs):
        w = w - learning_rate * _gradient((w, b), t_u, t_c)[0]
        b = b - learning_rate * _gradient((w, b), t_u, t_c)[1]
    return torch.stack([w, b])


@instead_of("training_loop")
def the_first_gradient_for_ever(n_epochs, learning_rate, params, t_u, t_c):
    """You took the gradient once, before the loop. It changes with the parameters: take it
    again in every epoch."""
    return params - n_epochs * learning_rate * _gradient(params, t_u, t_c)


@instead_of("training_loop")
def the_first_predictions_for_ever(n_epochs, learning_rate, params, t_u, t_c):
    """You predicted once, before the loop, so every epoch sees the same errors. Call the
    model again in every epoch, with the parameters as they are then."""
    t_p = right.model(t_u, *params)
    for _ in range(n_epochs):
        params = params - learning_rate * right.grad_fn(t_u, t_c, t_p, *params)
    return params


@instead_of("training_loop")
def one_step_too_few(n_epochs, learning_rate, params, t_u, t_c):
    """You counted range(1, n_epochs): that is one step too few."""
    return right.training_loop(n_epochs - 1, learning_rate, params, t_u, t_c)


@instead_of("training_loop")
def given_up_when_the_loss_grows(n_epochs, learning_rate, params, t_u, t_c):
    """You stopped as soon as the loss grew. This loop takes every step it is asked for: that
    it diverges at a rate too high is what the book shows."""
    for _ in range(n_epochs):
        moved = right.training_loop(1, learning_rate, params, t_u, t_c)
        if _loss(moved, t_u, t_c) > _loss(params, t_u, t_c):
            break
        params = moved
    return params


@instead_of("training_loop")
def the_gradient_clipped(n_epochs, learning_rate, params, t_u, t_c):
    """You limited the gradient to keep the steps small. That hides a learning rate that is too
    high: take the step as it is."""
    for _ in range(n_epochs):
        params = params - learning_rate * _gradient(params, t_u, t_c).clamp(-100, 100)
    return params


@instead_of("training_loop")
def parameters_of_the_default_dtype(n_epochs, learning_rate, params, t_u, t_c):
    """You trained in float32 whatever you were given. Keep the dtype of params."""
    return right.training_loop(n_epochs, learning_rate, params.float(), t_u.float(), t_c.float())


@instead_of("training_loop")
def a_detour_through_float32(n_epochs, learning_rate, params, t_u, t_c):
    """You trained in float32 and converted the result back. Half the digits of float64 are lost
    on the way: stay in the dtype of params."""
    trained = right.training_loop(n_epochs, learning_rate, params.float(), t_u.float(), t_c.float())
    return trained.to(params.dtype)


@instead_of("training_loop")
def by_backward(n_epochs, learning_rate, params, t_u, t_c):
    """You let torch differentiate, by backward or by a function transform. This loop takes its
    gradient from grad_fn: autograd has its turn in the next section."""
    for _ in range(n_epochs):
        params = params.detach().requires_grad_()
        right.loss_fn(right.model(t_u, *params), t_c).backward()
        params = params.detach() - learning_rate * params.grad
    return params


@instead_of("training_loop")
def by_forward_mode(n_epochs, learning_rate, params, t_u, t_c):
    """You let torch differentiate forwards, with jacfwd. That is autograd as well: this loop
    takes its gradient from grad_fn."""
    for _ in range(n_epochs):
        params = params - learning_rate * torch.func.jacfwd(_loss)(params, t_u, t_c)
    return params


def _gradient(params, t_u, t_c):
    w, b = params
    return right.grad_fn(t_u, t_c, right.model(t_u, w, b), w, b)


def _loss(params, t_u, t_c):
    return right.loss_fn(right.model(t_u, params[0], params[1]), t_c)
