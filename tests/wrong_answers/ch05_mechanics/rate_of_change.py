"""Wrong answers to ch05_mechanics/rate_of_change, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of
from katas.ch05_mechanics.rate_of_change import rates_of_change


@instead_of("rates_of_change")
def arguments_of_the_loss_swapped(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """The loss gets the targets where it takes the predictions.

    Known: targets_before_predictions.
    """

    def at(w, b):
        return loss_fn(t_c, model(t_u, w, b))

    return (at(w + delta, b) - at(w - delta, b)) / (2 * delta), (
        at(w, b + delta) - at(w, b - delta)
    ) / (2 * delta)


@instead_of("rates_of_change")
def view_taken_for_a_copy(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """What is kept of p[i] is a view, and moves with it.

    Known: half_of_what_lies_ahead.
    """
    p, rates = torch.stack([w, b]), []
    for i in range(2):
        kept = p[i]
        p[i] = kept + delta
        above = loss_fn(model(t_u, p[0], p[1]), t_c)
        p[i] = kept - delta
        below = loss_fn(model(t_u, p[0], p[1]), t_c)
        rates.append((above - below) / (2 * delta))
        p[i] = kept
    return rates[0], rates[1]


@instead_of("rates_of_change")
def to_one_side(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """The loss is looked at on one side only.

    Known: forward_differences.
    """
    here = loss_fn(model(t_u, w, b), t_c)
    dw = (loss_fn(model(t_u, w + delta, b), t_c) - here) / delta
    db = (loss_fn(model(t_u, w, b + delta), t_c) - here) / delta
    return dw, db


@instead_of("rates_of_change")
def divided_by_two_times_delta_without_brackets(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """The difference is halved, then multiplied by delta.

    Known: multiplied_by_delta.
    """
    loss_w = loss_fn(model(t_u, w + delta, b), t_c) - loss_fn(model(t_u, w - delta, b), t_c)
    loss_b = loss_fn(model(t_u, w, b + delta), t_c) - loss_fn(model(t_u, w, b - delta), t_c)
    return loss_w / 2 * delta, loss_b / 2 * delta


@instead_of("step")
def one_after_the_other(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """The rate of b is that at the new w, as in a loop that updates each when it can.

    Known: the_two_listings_of_the_book.
    """
    rate_w, _ = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    w = w - learning_rate * rate_w
    _, rate_b = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    b = b - learning_rate * rate_b
    return w, b


@instead_of("step")
def its_own_delta(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """The caller's delta is not used.

    Known: delta_not_passed_on.
    """
    dw, db = rates_of_change(model, loss_fn, t_u, t_c, w, b)
    return w - learning_rate * dw, b - learning_rate * db


@instead_of("step")
def moved_where_they_are(model, loss_fn, t_u, t_c, w, b, learning_rate, delta=0.1):
    """The caller's tensors move, and come back.

    Known: the_parameters_moved_in_place.
    """
    dw, db = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
    w -= learning_rate * dw
    b -= learning_rate * db
    return w, b
