"""Known wrong answers to ch05_mechanics/learning_rate."""

from katas._dojo.writing.mistakes import Edit

never_stopped = Edit(
    """You trained on, whatever became of the loss. If you compare it with float("nan") by ==,
    the answer is always no, as NaN equals nothing: ask torch.isfinite.""",
    {"not loss.isfinite()": 'loss == float("nan")'},
)

nan_not_noticed = Edit(
    """You noticed inf, but not NaN. NaN equals nothing, not even itself, so that == never
    finds it, and it is not inf either: torch.isfinite answers for both.""",
    {"not loss.isfinite()": "loss.isinf()"},
)

inf_not_noticed = Edit(
    """You noticed NaN, but not inf, which comes epochs earlier. Once the loss is inf nothing
    good can follow: torch.isfinite answers for both.""",
    {"not loss.isfinite()": "loss.isnan()"},
)

a_limit_of_its_own = Edit(
    """You stopped at a loss that is large, but finite. What is large depends on the data:
    only a loss that is not finite stops training here.""",
    {
        "not loss.isfinite()": "not loss.isfinite() or loss > 1e6",
    },
)

ended_in_silence = Edit(
    """You stopped without a word, and returned what the last step led to. Whoever called takes
    that for trained parameters: raise DivergenceError.""",
    {
        """
        if not loss.isfinite():
            raise DivergenceError(epoch, last_finite)
        last_finite = params
        params = params - learning_rate * gradient
        """: """
        params = params - learning_rate * gradient
        if not loss.isfinite():
            break
        """,
    },
)

the_parameters_that_diverged = Edit(
    """You handed over the parameters whose loss is not finite. Nobody can go on from those:
    keep the parameters of the epoch before.""",
    {
        "DivergenceError(epoch, last_finite)": "DivergenceError(epoch, params)",
    },
)

the_start_taken_for_finite = Edit(
    """You took the first parameters for good ones before you knew their loss. If it is not
    finite in epoch 1, there are no last good parameters: None.""",
    {"last_finite = None": "last_finite = params"},
)

the_callers_parameters_moved = Edit(
    """You moved the caller's parameters in place. Make new ones: whoever trains twice wants to
    start from the same place.""",
    {
        "params = params - learning_rate * gradient": "params -= learning_rate * gradient",
    },
)

kept_without_a_copy = Edit(
    """You kept the parameters under a second name and then changed them in place, which changes
    both: it is one tensor. Keep a clone, or make a new tensor at every step.""",
    {
        "last_finite = None": """
            last_finite = None
            params = params.clone()
        """,
        "params = params - learning_rate * gradient": "params -= learning_rate * gradient",
    },
)

the_loss_after_each_step = Edit(
    """You stepped first and looked at the loss of the new parameters. An epoch begins with the
    loss of the parameters so far; the step comes after it.""",
    {
        """
        loss, gradient = _loss_and_gradient(params, t_u, t_c)
        if not loss.isfinite():
            raise DivergenceError(epoch, last_finite)
        last_finite = params
        params = params - learning_rate * gradient
        """: """
        _, gradient = _loss_and_gradient(params, t_u, t_c)
        last_finite = params
        params = params - learning_rate * gradient
        loss, _ = _loss_and_gradient(params, t_u, t_c)
        if not loss.isfinite():
            raise DivergenceError(epoch, last_finite)
        """,
    },
)

epochs_from_zero = Edit(
    """You counted epochs from 0, or named the last one that went well. They count from 1, and
    the epoch of the error is the one whose loss is not finite.""",
    {"range(1, n_epochs + 1)": "range(n_epochs)"},
)

one_step_too_few = Edit(
    """You took one step less than n_epochs. range(1, n) ends before n: it takes
    range(1, n_epochs + 1) to count from 1.""",
    {"range(1, n_epochs + 1)": "range(1, n_epochs)"},
)

steps_uphill = Edit(
    """You added the gradient, which climbs. Subtract it.""",
    {
        "params - learning_rate * gradient": "params + learning_rate * gradient",
    },
)

the_two_forgotten = Edit(
    """You dropped the 2 that comes down when a square is differentiated, which halves every
    step.""",
    {"2 * torch.stack": "torch.stack"},
)

no_epoch_in_the_message = Edit(
    """Your error says nothing of the epoch. Hand a message that names it to super().__init__.""",
    {'f"the loss is not finite in epoch {epoch}"': '"the loss is not finite"'},
)
