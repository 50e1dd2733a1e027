"""Known wrong answers to ch05_mechanics/learning_rate."""

from katas._dojo.writing.mistakes import Edit

the_loop_of_the_book = Edit(
    """You raised no error when the loss was not finite; neither does the loop of the book. Whoever
    called takes what comes back for trained parameters. If you look for NaN with ==, the answer
    is always no, as NaN equals nothing: ask torch.isfinite.""",
    {
        """
        if not (errors**2).mean().isfinite():
            raise ArithmeticError(f"the loss is not finite in epoch {epoch}")
        """: "",
    },
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
        "for epoch in range": """
            last = torch.inf
            for epoch in range
        """,
        """
        if not (errors**2).mean().isfinite():
            raise ArithmeticError(f"the loss is not finite in epoch {epoch}")
        """: """
        loss = (errors**2).mean()
        if not loss.isfinite() or loss > last:
            raise ArithmeticError(f"the loss is not finite in epoch {epoch}")
        last = loss
        """,
    },
)

another_error = Edit(
    """Your error is no ArithmeticError, so a caller who waits for one does not catch it.
    FloatingPointError and OverflowError are; ValueError, which is for a wrong argument, and
    RuntimeError are not.""",
    {"raise ArithmeticError": "raise ValueError"},
)

another_epoch_or_none_in_the_message = Edit(
    """Your error does not name the epoch whose loss is not finite. Its message says in which one
    that was, and epochs count from 1.""",
    {"range(1, n_epochs + 1)": "range(n_epochs)"},
)

the_loss_after_each_step = Edit(
    """You asked for the loss of the new parameters, after the step. An epoch begins with the
    loss of the parameters so far, and nobody asks for the loss after the last step.""",
    {
        """
        if not (errors**2).mean().isfinite():
            raise ArithmeticError(f"the loss is not finite in epoch {epoch}")
        """: "",
        "params = params - learning_rate * gradient": """
            params = params - learning_rate * gradient
            if not ((params[0] * t_u + params[1] - t_c) ** 2).mean().isfinite():
                raise ArithmeticError(f"the loss is not finite in epoch {epoch}")
        """,
    },
)

the_callers_parameters_moved = Edit(
    """You moved the caller's parameters in place. Make new ones: whoever trains twice wants to
    start from the same place.""",
    {"params = params - learning_rate * gradient": "params -= learning_rate * gradient"},
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

steps_uphill = Edit(
    """You added the gradient, which climbs. Subtract it.""",
    {"params - learning_rate * gradient": "params + learning_rate * gradient"},
)

the_two_forgotten = Edit(
    """Your steps are half as long as they should be. When a square is differentiated, a 2 comes
    down.""",
    {"2 * torch.stack": "torch.stack"},
)
