"""Known wrong answers to ch05_mechanics/rate_of_change."""

import torch

from katas._dojo.writing.mistakes import Edit, instead_of

forward_differences = Edit(
    """You looked ahead only, from w to w + delta. The loss curves, so the rate in front is not
    the rate here: look to both sides, and divide by 2 * delta.""",
    {
        "loss(w - delta, b)) / (2 * delta)": "loss(w, b)) / delta",
        "loss(w, b - delta)) / (2 * delta)": "loss(w, b)) / delta",
    },
)

half_of_what_lies_ahead = Edit(
    """You compared the loss ahead with the loss where you began, over 2 * delta. If you moved p[i]
    in place and meant to put it back, clone what you keep of it: p[i] is a view.""",
    {"loss(w - delta, b)": "loss(w, b)", "loss(w, b - delta)": "loss(w, b)"},
)

half_the_distance = Edit(
    """You divided by delta. The two points lie 2 * delta apart.""",
    {
        "loss(w - delta, b)) / (2 * delta)": "loss(w - delta, b)) / delta",
        "loss(w, b - delta)) / (2 * delta)": "loss(w, b - delta)) / delta",
    },
)

multiplied_by_delta = Edit(
    """You divided by 2 and multiplied by delta: that is how / 2.0 * delta is read. Put
    2 * delta in parentheses.""",
    {
        "loss(w - delta, b)) / (2 * delta)": "loss(w - delta, b)) / 2.0 * delta",
        "loss(w, b - delta)) / (2 * delta)": "loss(w, b - delta)) / 2.0 * delta",
    },
)

the_lower_side_first = Edit(
    """You subtracted the loss at + delta from the loss at - delta. The rate then has the wrong
    sign, and a step climbs.""",
    {
        "loss(w + delta, b) - loss(w - delta, b)": "loss(w - delta, b) - loss(w + delta, b)",
        "loss(w, b + delta) - loss(w, b - delta)": "loss(w, b - delta) - loss(w, b + delta)",
    },
)

a_delta_of_its_own = Edit(
    """You looked 0.1 to either side, whatever delta was given. Use the argument.""",
    {
        "def loss(w, b):": """
            delta = 0.1

            def loss(w, b):
        """,
    },
)

always_the_squared_error = Edit(
    """Your rates are those of the squared error, whatever loss was handed in. Call loss_fn.""",
    {"loss_fn(model(t_u, w, b), t_c)": "((model(t_u, w, b) - t_c) ** 2).mean()"},
)

targets_before_predictions = Edit(
    """You handed the loss the targets first. A squared error does not notice, other losses do:
    loss_fn(t_p, t_c).""",
    {"loss_fn(model(t_u, w, b), t_c)": "loss_fn(t_c, model(t_u, w, b))"},
)

numbers_of_python = Edit(
    """You returned numbers of Python. Each rate is a 0-dimensional tensor, on the device of the
    parameters.""",
    {"return rate_with_w, rate_with_b": "return rate_with_w.item(), rate_with_b.item()"},
)


@instead_of("rates_of_change")
def by_autograd(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You returned the derivative that autograd finds. It cannot follow every model, and it is
    not what a look to either side sees: compute the loss at both points."""
    w, b = w.clone().requires_grad_(), b.clone().requires_grad_()
    return torch.autograd.grad(loss_fn(model(t_u, w, b), t_c), (w, b))


@instead_of("rates_of_change")
def parameters_moved_to_and_fro(model, loss_fn, t_u, t_c, w, b, delta=0.1):
    """You moved the parameters in place and then back. Rounding keeps them from coming back to
    where they were: compute w + delta as a new tensor."""
    rates = []
    for parameter in (w, b):
        parameter += delta
        above = loss_fn(model(t_u, w, b), t_c)
        parameter -= 2 * delta
        below = loss_fn(model(t_u, w, b), t_c)
        parameter += delta
        rates.append((above - below) / (2 * delta))
    return tuple(rates)


the_two_listings_of_the_book = Edit(
    """You moved w first and measured the rate with b from there, as the two listings of the book
    do. On its data that rate is -4600 instead of 82.6: measure both, then move.""",
    {
        """
        rate_with_w, rate_with_b = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
        return w - learning_rate * rate_with_w, b - learning_rate * rate_with_b
        """: """
        rate_with_w, _ = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
        w = w - learning_rate * rate_with_w
        _, rate_with_b = rates_of_change(model, loss_fn, t_u, t_c, w, b, delta)
        return w, b - learning_rate * rate_with_b
        """,
    },
)

a_step_uphill = Edit(
    """You added the rates, which climbs. The loss falls against its rate of change:
    subtract.""",
    {
        "w - learning_rate * rate_with_w": "w + learning_rate * rate_with_w",
        "b - learning_rate * rate_with_b": "b + learning_rate * rate_with_b",
    },
)

delta_not_passed_on = Edit(
    """You measured the rates without handing delta on. They come from where the caller wants
    to look.""",
    {"loss_fn, t_u, t_c, w, b, delta)": "loss_fn, t_u, t_c, w, b)"},
)

the_parameters_moved_in_place = Edit(
    """You moved the caller's parameters in place. Return new tensors, and leave those that were
    handed in where they are.""",
    {
        "return w - learning_rate * rate_with_w, b - learning_rate * rate_with_b": """
            w -= learning_rate * rate_with_w
            b -= learning_rate * rate_with_b
            return w, b
        """,
    },
)
