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

a_limit_of_its_own = Edit(
    """You stopped at a loss that is large, but finite. What is large depends on the data:
    only a loss that is not finite stops training here.""",
    {
        "not (errors**2).mean().isfinite()": (
            "not (errors**2).mean().isfinite() or (errors**2).mean() > 1e6"
        ),
    },
)

stopped_at_the_first_rise = Edit(
    """You stopped as soon as the loss was larger than the one before. It may rise and fall
    again: only a loss that is not finite stops training here.""",
    {
        "last_finite = None": "last_finite, last = None, torch.inf",
        """
        if not (errors**2).mean().isfinite():
            raise DivergenceError(epoch, last_finite)
        """: """
        loss = (errors**2).mean()
        if not loss.isfinite() or loss > last:
            raise DivergenceError(epoch, last_finite)
        last = loss
        """,
    },
)

the_parameters_that_diverged = Edit(
    """Your error holds the parameters whose loss is not finite. Nobody can go on from those: keep
    the parameters of the epoch before, and None before there are any.""",
    {"DivergenceError(epoch, last_finite)": "DivergenceError(epoch, params)"},
)

kept_without_a_copy = Edit(
    """Your error holds parameters that have taken the step which went wrong. If you change them in
    place, a second name for them changes too, as it is one tensor: keep a clone, or make a new
    tensor at every step.""",
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
    """Your error holds another epoch than the one whose loss is not finite. Epochs count
    from 1.""",
    {"range(1, n_epochs + 1)": "range(n_epochs)"},
)

no_epoch_in_the_message = Edit(
    """Your error has a message that does not name the epoch. Hand one that does to
    super().__init__.""",
    {'f"the loss is not finite in epoch {epoch}"': '"the loss is not finite"'},
)

one_step_too_few = Edit(
    """You took one step less than n_epochs. range(1, n) ends before n: it takes
    range(1, n_epochs + 1) to count from 1.""",
    {"range(1, n_epochs + 1)": "range(1, n_epochs)"},
)

nothing_moved = Edit(
    """Your parameters come back as they went in. Every epoch goes on from those of the one
    before: params = params - learning_rate * gradient, and at the end return them.""",
    {"params = params - learning_rate * gradient": "moved = params - learning_rate * gradient"},
)
