"""Known wrong answers to ch05_mechanics/rate_of_change."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.rate_of_change import rates_of_change
from solutions.katas.ch05_mechanics.rate_of_change import step as right_step


@instead_of("rates_of_change")
def forward_differences(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You looked ahead only, from w to w + delta. The loss curves, so the rate in front is not
    the rate here: look to both sides, and divide by 2 * delta."""
    loss = _loss(model, loss_fn, t_u, t_c)
    here = loss(w, b)
    return (loss(w + delta, b) - here) / delta, (loss(w, b + delta) - here) / delta


@instead_of("rates_of_change")
def backward_differences(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You looked back only, from w - delta to w. Look to both sides, and divide by
    2 * delta."""
    loss = _loss(model, loss_fn, t_u, t_c)
    here = loss(w, b)
    return (here - loss(w - delta, b)) / delta, (here - loss(w, b - delta)) / delta


@instead_of("rates_of_change")
def half_the_distance(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You divided by delta. The two points lie 2 * delta apart."""
    with_w, with_b = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    return 2 * with_w, 2 * with_b


@instead_of("rates_of_change")
def delta_between_the_points(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You put the two points delta apart, half of it to either side. Look a whole delta to
    either side."""
    return rates_of_change(model, loss_fn, t_u, t_c, w, b, delta / 2)


@instead_of("rates_of_change")
def multiplied_by_delta(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You divided by 2 and multiplied by delta: that is how / 2.0 * delta is read. Put
    2 * delta in parentheses."""
    with_w, with_b = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    return with_w * delta**2, with_b * delta**2


@instead_of("rates_of_change")
def the_difference_undivided(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You returned the change of the loss. A rate is the change for one unit of the parameter:
    divide by the distance between the two points."""
    with_w, with_b = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    return with_w * 2 * delta, with_b * 2 * delta


@instead_of("rates_of_change")
def the_lower_side_first(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You subtracted the loss at + delta from the loss at - delta. The rate then has the wrong
    sign, and a step climbs."""
    with_w, with_b = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    return -with_w, -with_b


@instead_of("rates_of_change")
def w_stepped_before_b_is_measured(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You moved w by a learning rate before you measured the rate with b, as the book's two
    listings do one after the other. Both rates belong to the given point: measure both, move
    afterwards."""
    with_w, _ = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    _, with_b = rates_of_change(model, loss_fn, t_u, t_c, w - 1e-2 * with_w, b, delta)
    return with_w, with_b


@instead_of("rates_of_change")
def w_left_at_one_side(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You measured the rate with b where w + delta had been. Take w back to where it was."""
    with_w, _ = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    _, with_b = rates_of_change(model, loss_fn, t_u, t_c, w + delta, b, delta)
    return with_w, with_b


@instead_of("rates_of_change")
def both_moved_together(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You moved both parameters at once, which mixes their rates. Move one, and leave the
    other where it is."""
    loss = _loss(model, loss_fn, t_u, t_c)
    rate = (loss(w + delta, b + delta) - loss(w - delta, b - delta)) / (2 * delta)
    return rate, rate.clone()


@instead_of("rates_of_change")
def b_before_w(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You returned the rate with b first. The order is that of the parameters: w, then b."""
    return rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)[::-1]


@instead_of("rates_of_change")
def a_share_of_the_parameter(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You moved each parameter by a share of itself, delta * w. A parameter that is 0 never
    moves then, and its rate is 0 / 0: delta is the distance itself."""
    loss = _loss(model, loss_fn, t_u, t_c)
    dw, db = delta * w, delta * b
    with_w = (loss(w + dw, b) - loss(w - dw, b)) / (2 * dw)
    return with_w, (loss(w, b + db) - loss(w, b - db)) / (2 * db)


@instead_of("rates_of_change")
def by_autograd(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You let autograd find the derivative. It cannot follow every model, and it is not what a
    look to either side sees: compute the loss at both points."""
    with torch.inference_mode(False), torch.enable_grad():
        leaves = [it.clone().requires_grad_() for it in (w, b)]
        loss = _loss(model, loss_fn, t_u.clone(), t_c.clone())(*leaves)
        return torch.autograd.grad(loss, leaves)


@instead_of("rates_of_change")
def a_delta_of_its_own(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You looked 0.1 to either side, whatever delta was given. Use the argument."""
    return rates_of_change(model, loss_fn, t_u, t_c, w, b, 0.1)


@instead_of("rates_of_change")
def another_delta_unless_given(model, loss_fn, t_u, t_c, w, b, delta=1e-3):
    """Your delta is not 0.1 when none is given."""
    return rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)


@instead_of("rates_of_change")
def always_a_line(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You computed w * t_u + b yourself. Call the model that was handed in: it need not be a
    line."""
    return rates_of_change(lambda t_u, w, b: w * t_u + b, loss_fn, t_u, t_c, w, b, delta)


@instead_of("rates_of_change")
def always_the_squared_error(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You computed the squared error yourself. Call the loss that was handed in."""

    def squared(t_p, t_c):
        return ((t_p - t_c) ** 2).mean()

    return rates_of_change(model, squared, t_u, t_c, w, b, delta)


@instead_of("rates_of_change")
def targets_before_predictions(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You handed the loss the targets first. A squared error does not notice, other losses do:
    loss_fn(t_p, t_c)."""
    return rates_of_change(model, lambda t_p, t_c: loss_fn(t_c, t_p), t_u, t_c, w, b, delta)


@instead_of("rates_of_change")
def parameters_moved_to_and_fro(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You moved the parameters in place and then back. Rounding keeps them from coming back to
    where they were: compute w + delta as a new tensor."""
    rates = []
    for parameter in (w, b):
        parameter.add_(delta)
        above = loss_fn(model(t_u, w, b), t_c)
        parameter.sub_(2 * delta)
        below = loss_fn(model(t_u, w, b), t_c)
        parameter.add_(delta)
        rates.append((above - below) / (2 * delta))
    return tuple(rates)


@instead_of("rates_of_change")
def numbers_of_python(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You returned numbers of Python. Each rate is a 0-dimensional tensor, on the device of the
    parameters."""
    return tuple(rate.item() for rate in rates_of_change(model, loss_fn, t_u, t_c, w, b, delta))


@instead_of("rates_of_change")
def rates_of_shape_1(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """Your rates have shape [1]. Each belongs to a 0-dimensional parameter, and has its shape:
    []."""
    rates = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    return tuple(rate.reshape(1) for rate in rates)


@instead_of("rates_of_change")
def rates_in_float32(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You made the rates float32. They have the dtype of the parameters."""
    rates = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    return tuple(torch.tensor(rate.item(), device=w.device) for rate in rates)


@instead_of("step")
def w_moved_before_b_is_measured(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """You moved w first and measured the rate with b from there, as the book's two listings do
    one after the other. On its data that rate is -4600 for 82.6: measure both, then move."""
    w, _ = right_step(model, loss_fn, t_u, t_c, w, b, learning_rate, delta)
    _, b = right_step(model, loss_fn, t_u, t_c, w, b, learning_rate, delta)
    return w, b


@instead_of("step")
def b_moved_before_w_is_measured(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """You moved b first and measured the rate with w from there. Measure both rates where the
    step begins, then move."""
    _, b = right_step(model, loss_fn, t_u, t_c, w, b, learning_rate, delta)
    w, _ = right_step(model, loss_fn, t_u, t_c, w, b, learning_rate, delta)
    return w, b


@instead_of("step")
def a_step_uphill(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """You added the rates, which climbs. The loss falls against its rate of change:
    subtract."""
    return right_step(model, loss_fn, t_u, t_c, w, b, -learning_rate, delta)


@instead_of("step")
def only_the_sign_of_the_rate(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """You stepped by the sign of each rate. Its size counts as well: where the loss is steep
    the step is long."""
    rates = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    return w - learning_rate * rates[0].sign(), b - learning_rate * rates[1].sign()


@instead_of("step")
def the_learning_rate_of_the_book(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """You stepped by 1e-2 times the rates, whatever learning rate was given. Use the
    argument."""
    return right_step(model, loss_fn, t_u, t_c, w, b, 1e-2, delta)


@instead_of("step")
def delta_not_passed_on(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """You measured the rates without handing delta on. They come from where the caller wants
    to look."""
    return right_step(model, loss_fn, t_u, t_c, w, b, learning_rate)


@instead_of("step")
def another_delta_for_the_step(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=1e-3):
    """Your step looks 1e-3 to either side when no delta is given. The default is 0.1."""
    return right_step(model, loss_fn, t_u, t_c, w, b, learning_rate, delta)


@instead_of("step")
def only_w_moved(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """You moved w and left b where it was. Both take their step."""
    return right_step(model, loss_fn, t_u, t_c, w, b, learning_rate, delta)[0], b.clone()


@instead_of("step")
def the_parameters_moved_in_place(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """You moved the caller's parameters in place. Return new tensors, and leave those that were
    handed in where they are."""
    rates = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    return w.sub_(learning_rate * rates[0]), b.sub_(learning_rate * rates[1])


@instead_of("step")
def the_way_instead_of_the_place(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """You returned how far the parameters move. Return where they arrive."""
    new_w, new_b = right_step(model, loss_fn, t_u, t_c, w, b, learning_rate, delta)
    return new_w - w, new_b - b


def _loss(model, loss_fn, t_u, t_c):
    return lambda w, b: loss_fn(model(t_u, w, b), t_c)
