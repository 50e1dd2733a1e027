"""Known wrong answers to ch05_mechanics/overfitting."""

import math

from katas._dojo.writing.mistakes import Edit, instead_of

noise_taken_for_a_trend = Edit(
    """You compared single losses. They jump about: compare the means of window losses in a
    row.""",
    {
        "[sum(losses[i : i + window]) / window for i in range(len(losses) - window + 1)]": (
            "list(losses)"
        ),
    },
)

the_turn_not_seen = Edit(
    """You compared the two ends of the validation curve, and missed what lies between. A curve
    that has turned up again may still end below its start: look for its lowest mean.""",
    {" or _has_risen_again(val, tolerance)": ""},
)

a_flat_validation_curve_is_fine = Edit(
    """You asked only whether the validation loss rises. If it stays where it was while the
    training loss falls, nothing that was learned carries over: that is overfitting, too.""",
    {"not _has_fallen(val, tolerance) or ": ""},
)

the_gap_between_the_curves = Edit(
    """You compared one curve with the other. A gap between them is usual; it is where each of
    them goes that counts.""",
    {
        "not _has_fallen(val, tolerance) or _has_risen_again(val, tolerance)": (
            "val[-1] > (1 + tolerance) * train[-1]"
        ),
    },
)

overfitting_asked_first = Edit(
    """You asked about overfitting first. If not even the training loss falls, it is
    underfitting, whatever the validation loss does.""",
    {
        """
        if not _has_fallen(train, tolerance):
            return "underfitted"
        if not _has_fallen(val, tolerance) or _has_risen_again(val, tolerance):
            return "overfitted"
        """: """
        if not _has_fallen(val, tolerance) or _has_risen_again(val, tolerance):
            return "overfitted"
        if not _has_fallen(train, tolerance):
            return "underfitted"
        """,
    },
)

nan_passes = Edit(
    """You let NaN and infinity through. Every comparison with NaN is False, so that a run that
    has diverged gets a verdict: look for it first.""",
    {
        """
        for loss in losses:
            if not math.isfinite(loss):
                raise ValueError(f"a loss is {loss}")
        """: "",
    },
)

the_epoch_of_stopping = Edit(
    """You returned the epoch at which patience ran out. The best one lies before it.""",
    {
        "return _best(enumerate(val_losses), patience, keep=int)": """
            best = _best(enumerate(val_losses), patience, keep=int)
            return min(best + patience, len(val_losses) - 1)
        """,
    },
)


@instead_of("early_stop")
def one_loss_too_patient(val_losses, patience):
    """You waited one loss longer. Patience has run out when patience losses in a row have
    brought no new best."""
    best, lowest, waited = None, math.inf, 0
    for epoch, loss in enumerate(val_losses):
        if loss < lowest:
            best, lowest, waited = epoch, loss, 0
        else:
            waited += 1
        if waited > patience:
            break
    return _checked(best, patience)


@instead_of("early_stop")
def patience_used_up_for_good(val_losses, patience):
    """You never began to count anew. Patience is about losses in a row: a new best restores
    it."""
    best, lowest, waited = None, math.inf, 0
    for epoch, loss in enumerate(val_losses):
        if loss < lowest:
            best, lowest = epoch, loss
        else:
            waited += 1
        if waited == patience:
            break
    return _checked(best, patience)


@instead_of("early_stop")
def nan_taken_for_a_best(val_losses, patience):
    """You took NaN for a new best. Every comparison with NaN is False: ask whether a loss is lower
    than the best, not whether it is higher."""
    best, lowest, waited = None, None, 0
    for epoch, loss in enumerate(val_losses):
        if lowest is not None and loss >= lowest:
            waited += 1
        else:
            best, lowest, waited = epoch, loss, 0
        if waited == patience:
            break
    return _checked(best, patience)


@instead_of("early_stop")
def nan_not_waited_for(val_losses, patience):
    """You passed over NaN and infinity as if there had been no epoch. They are no new best, and use
    up patience like any other."""
    best, lowest, waited = None, math.inf, 0
    for epoch, loss in enumerate(val_losses):
        if not math.isfinite(loss):
            continue
        if loss < lowest:
            best, lowest, waited = epoch, loss, 0
        else:
            waited += 1
        if waited == patience:
            break
    return _checked(best, patience)


@instead_of("early_stop")
def waiting_counted_from_epoch_0(val_losses, patience):
    """You counted the wait from epoch 0 although it brought no best. If the first losses are NaN,
    that is one loss too patient: they use up patience, the first one too."""
    best, lowest, found = 0, math.inf, False
    for epoch, loss in enumerate(val_losses):
        if loss < lowest:
            best, lowest, found = epoch, loss, True
        if epoch - best == patience:
            break
    return _checked(best if found else None, patience)


def _checked(best, patience):
    if patience < 1 or best is None:
        raise ValueError(f"no best epoch with patience {patience}")
    return best


the_tensor_itself = Edit(
    """You kept the tensor itself. Training moves it on in place, so in the end it holds the last
    parameters, not the best: keep a clone.""",
    {"params.detach().clone()": "params.detach()"},
)

a_clone_with_its_graph = Edit(
    """You cloned without detaching. The clone is part of a graph and requires a gradient.""",
    {"params.detach().clone()": "params.clone()"},
)

trained_to_the_end = Edit(
    """You took the whole run before you looked at it. Early stopping is there to save those
    epochs: stop taking when patience runs out.""",
    {
        "return _best(run, patience, keep=lambda params: params.detach().clone())": """
            epochs = [(params.detach().clone(), loss) for params, loss in run]
            return _best(epochs, patience, keep=lambda params: params)
        """,
    },
)
