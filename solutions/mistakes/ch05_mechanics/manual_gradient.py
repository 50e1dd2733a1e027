"""Known wrong answers to ch05_mechanics/manual_gradient."""

from katas._dojo.writing.mistakes import Edit, instead_of
from solutions.katas.ch05_mechanics import manual_gradient as right

the_intercept_inside_the_product = Edit(
    """You added b before you multiplied by w. The line is w * t_u, and then + b.""",
    {"w * t_u + b": "w * (t_u + b)"},
)

the_sum_of_the_squares = Edit(
    """You summed the squared errors. Take their mean, or the loss grows with the number of
    samples.""",
    {".mean()": ".sum()"},
)

the_two_forgotten = Edit(
    """You dropped the 2 that comes down when a square is differentiated.""",
    {"2 * (t_p - t_c)": "(t_p - t_c)"},
)

the_mean_forgotten = Edit(
    """You differentiated the square, but not the mean around it: divide by the number of
    samples.""",
    {" / t_p.size(0)  # the division comes from the mean": ""},
)

the_sign_turned_round = Edit(
    """You subtracted the prediction from the target. The square does not care which way
    round, its derivative does: t_p - t_c.""",
    {"2 * (t_p - t_c)": "2 * (t_c - t_p)"},
)

the_slope_itself = Edit(
    """You returned w. The prediction w * t_u + b grows by t_u when w grows by one.""",
    {"return t_u": "return w"},
)

a_constant_has_no_slope = Edit(
    """You returned 0. It is b that moves here: when b grows by one, so does every
    prediction.""",
    {"return 1.0": "return 0.0"},
)

the_mean_of_the_products = Edit(
    """You averaged the products. The 1/N of the mean is in d loss / d t_p already, so here
    the products are summed.""",
    {"dloss_dw.sum(), dloss_db.sum()": "dloss_dw.mean(), dloss_db.mean()"},
)

a_tensor_made_of_python_numbers = Edit(
    """You built a tensor from Python numbers, so it has the default dtype. Stack the two sums:
    they know their dtype and device.""",
    {
        "torch.stack([dloss_dw.sum(), dloss_db.sum()])": (
            "torch.tensor([dloss_dw.sum().item(), dloss_db.sum().item()])"
        ),
    },
)

uphill = Edit(
    """You added the gradient, and climbed. It points to where the loss grows: subtract it.""",
    {"params - learning_rate": "params + learning_rate"},
)

parameters_moved_in_place = Edit(
    """You updated the caller's params in place. Whoever called cannot start again from there:
    make new parameters at each step.""",
    {"params = params - learning_rate": "params -= learning_rate"},
)

the_first_predictions_for_ever = Edit(
    """Your epochs all take the same step. Predictions and gradient belong to the parameters as
    they are then: compute both again in every epoch.""",
    {
        """
        for _ in range(n_epochs):
            w, b = params
            t_p = model(t_u, w, b)
        """: """
        w, b = params
        t_p = model(t_u, w, b)
        for _ in range(n_epochs):
        """,
    },
)

nothing_moved = Edit(
    """Your parameters come back as they went in. Every epoch goes on from those of the one
    before: params = params - learning_rate * gradient, and at the end return them.""",
    {"params = params - learning_rate": "moved = params - learning_rate"},
)

one_step_too_few = Edit(
    """You took one step too few. range(1, n_epochs) ends before n_epochs.""",
    {"range(n_epochs)": "range(1, n_epochs)"},
)


@instead_of("training_loop")
def by_backward(n_epochs, learning_rate, params, t_u, t_c):
    """You let torch differentiate, by backward or by a function transform. This loop takes its
    gradient from grad_fn: autograd has its turn in the next section."""
    for _ in range(n_epochs):
        params = params.detach().requires_grad_()
        right.loss_fn(right.model(t_u, *params), t_c).backward()
        params = params.detach() - learning_rate * params.grad
    return params
