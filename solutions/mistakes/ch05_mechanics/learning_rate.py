"""Known wrong answers to ch05_mechanics/learning_rate."""

from katas._dojo.writing.mistakes import Edit

the_loop_of_the_book = Edit(
    """You raised no error when the loss was not finite; neither does the loop of the book. Whoever
    called takes what comes back for trained parameters. If you look for NaN with ==, the answer
    is always no, as NaN equals nothing: ask torch.isfinite.""",
    {"not (errors**2).mean().isfinite()": '(errors**2).mean() == float("nan")'},
)

nan_not_noticed = Edit(
    """You noticed inf, but not NaN. NaN equals nothing, not even itself, so that == never
    finds it, and it is not inf either: torch.isfinite answers for both.""",
    {"not (errors**2).mean().isfinite()": "(errors**2).mean().isinf()"},
)

inf_not_noticed = Edit(
    """You noticed NaN, but not inf, which comes epochs earlier. Once the loss is inf nothing
    good can follow: torch.isfinite answers for both.""",
    {"not (errors**2).mean().isfinite()": "(errors**2).mean().isnan()"},
)

stopped_at_a_finite_loss = Edit(
    """You stopped at a loss that is finite. It may be large, or larger than the one before, and
    fall again: only a loss that is inf or NaN stops training here.""",
    {
        "not (errors**2).mean().isfinite()": (
            "not (errors**2).mean().isfinite() or (errors**2).mean() > 1e6"
        ),
    },
)

the_parameters_that_diverged = Edit(
    """The params of your error are those whose loss is not finite. Nobody can go on from those:
    keep the parameters of the epoch before, and None before there are any.""",
    {"DivergenceError(epoch, last_finite)": "DivergenceError(epoch, params)"},
)

kept_without_a_copy = Edit(
    """The params of your error have taken the step that went wrong. If you change them in place,
    a second name for them changes too, as it is one tensor: keep a clone, or make a new tensor
    at every step.""",
    {
        "last_finite = None": """
            last_finite = None
            params = params.clone()
        """,
        "params = params - learning_rate * gradient": "params -= learning_rate * gradient",
    },
)

the_start_taken_for_finite = Edit(
    """You took the first parameters for good ones before you knew their loss. If it is not
    finite in epoch 1, there are no last good parameters: None.""",
    {"last_finite = None": "last_finite = params"},
)

no_parameters_kept = Edit(
    """Your error says None where there were parameters with a finite loss. Keep those of every
    epoch whose loss is finite, before the step.""",
    {"        last_finite = params\n": ""},
)

the_callers_parameters_moved = Edit(
    """You moved the caller's parameters in place. Make new ones: whoever trains twice wants to
    start from the same place.""",
    {"params = params - learning_rate * gradient": "params -= learning_rate * gradient"},
)

the_loss_after_each_step = Edit(
    """You asked for the loss of the new parameters, after the step. An epoch begins with the
    loss of the parameters so far, and nobody asks for the loss after the last step.""",
    {
        """
        if not (errors**2).mean().isfinite():
            raise DivergenceError(epoch, last_finite)
        """: "",
        "params = params - learning_rate * gradient": """
            params = params - learning_rate * gradient
            if not ((params[0] * t_u + params[1] - t_c) ** 2).mean().isfinite():
                raise DivergenceError(epoch, last_finite)
        """,
    },
)

another_epoch = Edit(
    """The epoch of your error is not the one whose loss is not finite. Epochs count from 1.""",
    {"range(1, n_epochs + 1)": "range(n_epochs)"},
)

no_epoch_in_the_message = Edit(
    """The message of your error does not name the epoch. Hand one that does to
    super().__init__.""",
    {'f"the loss is not finite in epoch {epoch}"': '"the loss is not finite"'},
)

one_step_too_few = Edit(
    """You took one step less than n_epochs. range(1, n) ends before n: it takes
    range(1, n_epochs + 1) to count from 1.""",
    {"range(1, n_epochs + 1)": "range(1, n_epochs)"},
)

steps_uphill = Edit(
    """You added the gradient, which climbs. Subtract it.""",
    {"params - learning_rate * gradient": "params + learning_rate * gradient"},
)

the_two_forgotten = Edit(
    """Your steps are half as long as they should be. When a square is differentiated, a 2 comes
    down.""",
    {"2 * torch.stack": "torch.stack"},
)
