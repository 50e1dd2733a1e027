"""Known wrong answers to ch05_mechanics/overfitting."""

import math

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics import overfitting as right


@instead_of("diagnose")
def curves_swapped(train_losses, val_losses, window=5, tolerance=0.05):
    """You took the validation losses for the training losses. The training losses come first."""
    return right.diagnose(val_losses, train_losses, window, tolerance)


@instead_of("diagnose")
def noise_taken_for_a_trend(train_losses, val_losses, window=5, tolerance=0.05):
    """You compared single losses. They jump about: compare the means of window losses in a
    row."""
    right.diagnose(train_losses, val_losses, window, tolerance)
    return right.diagnose(train_losses, val_losses, 1, tolerance)


@instead_of("diagnose")
def a_mean_against_the_lowest_loss(train_losses, val_losses, window=5, tolerance=0.05):
    """You compared the last mean with the lowest single loss. One lucky loss lies below any mean:
    compare it with the lowest mean."""
    verdict = right.diagnose(train_losses, val_losses, window, tolerance)
    last = sum(val_losses[-window:]) / window
    risen = last > (1 + tolerance) * min(val_losses)
    return "overfitted" if risen and verdict == "well fitted" else verdict


@instead_of("diagnose")
def the_turn_not_seen(train_losses, val_losses, window=5, tolerance=0.05):
    """You compared the two ends of the validation curve, and missed what lies between. A curve
    that has turned up again may still end below its start: look for its lowest mean."""
    right.diagnose(train_losses, val_losses, window, tolerance)
    first, last = sum(val_losses[:window]), sum(val_losses[-window:])
    if sum(train_losses[-window:]) >= (1 - tolerance) * sum(train_losses[:window]):
        return "underfitted"
    return "overfitted" if last >= (1 - tolerance) * first else "well fitted"


@instead_of("diagnose")
def a_flat_validation_curve_is_fine(train_losses, val_losses, window=5, tolerance=0.05):
    """You asked only whether the validation loss rises. If it stays where it was while the
    training loss falls, nothing that was learned carries over: that is overfitting, too."""
    verdict = right.diagnose(train_losses, val_losses, window, tolerance)
    means = right._moving_means(val_losses, window)
    risen = right._has_risen_again(means, tolerance)
    return "well fitted" if verdict == "overfitted" and not risen else verdict


@instead_of("diagnose")
def the_gap_between_the_curves(train_losses, val_losses, window=5, tolerance=0.05):
    """You compared one curve with the other. A gap between them is usual; it is where each of
    them goes that counts."""
    verdict = right.diagnose(train_losses, val_losses, window, tolerance)
    if verdict == "underfitted":
        return verdict
    gap = sum(val_losses[-window:]) - sum(train_losses[-window:])
    return "overfitted" if gap > tolerance * sum(train_losses[-window:]) else "well fitted"


@instead_of("diagnose")
def overfitting_asked_first(train_losses, val_losses, window=5, tolerance=0.05):
    """You asked about overfitting first. If not even the training loss falls, it is
    underfitting, whatever the validation loss does."""
    verdict = right.diagnose(train_losses, val_losses, window, tolerance)
    risen = right._has_risen_again(right._moving_means(val_losses, window), tolerance)
    return "overfitted" if risen else verdict


@instead_of("diagnose")
def an_absolute_tolerance(train_losses, val_losses, window=5, tolerance=0.05):
    """You took tolerance as a difference. It is a fraction of the loss, so that the unit of the
    loss does not matter."""
    train = right._moving_means(train_losses, window)
    val = right._moving_means(val_losses, window)
    right.diagnose(train_losses, val_losses, window, tolerance)
    if train[-1] >= train[0] - tolerance:
        return "underfitted"
    fine = val[-1] < val[0] - tolerance and val[-1] <= min(val) + tolerance
    return "well fitted" if fine else "overfitted"


@instead_of("diagnose")
def no_tolerance(train_losses, val_losses, window=5, tolerance=0.05):
    """You did not use tolerance. A mean that differs a little is no trend."""
    return right.diagnose(train_losses, val_losses, window, 0.0)


@instead_of("diagnose")
def nan_passes(train_losses, val_losses, window=5, tolerance=0.05):
    """You let NaN and infinity through. Every comparison with NaN is False, so that a run that
    has diverged gets a verdict: look for it first."""
    try:
        return right.diagnose(train_losses, val_losses, window, tolerance)
    except ValueError as error:
        if "a loss is" not in str(error):
            raise
        return "well fitted"


@instead_of("diagnose")
def the_shorter_list_decides(train_losses, val_losses, window=5, tolerance=0.05):
    """You cut the lists to the same length. Lists of different lengths do not belong together:
    raise a ValueError that names both lengths."""
    n_epochs = min(len(train_losses), len(val_losses))
    return right.diagnose(train_losses[:n_epochs], val_losses[:n_epochs], window, tolerance)


@instead_of("early_stop")
def the_epoch_of_stopping(val_losses, patience):
    """You returned the epoch at which patience ran out. The best one lies before it."""
    best = right.early_stop(val_losses, patience)
    return min(best + patience, len(val_losses) - 1)


@instead_of("early_stop")
def one_loss_too_patient(val_losses, patience):
    """You waited one loss longer. Patience has run out when patience losses in a row have
    brought no new best."""
    if patience < 1:
        raise ValueError(f"patience is {patience}")
    return right.early_stop(val_losses, patience + 1)


@instead_of("early_stop")
def the_best_of_all(val_losses, patience):
    """You looked for the lowest loss of the whole list. Training would have stopped before: what
    comes after patience has run out does not count."""
    if patience < 1:
        raise ValueError(f"patience is {patience}")
    return right.early_stop(val_losses, len(val_losses) + 1)


@instead_of("early_stop")
def a_tie_is_a_new_best(val_losses, patience):
    """You took an equal loss for a new best. Only a lower one is; it keeps the earlier epoch, and
    a flat curve runs out of patience."""
    best, lowest, waited = None, math.inf, 0
    for epoch, loss in enumerate(val_losses):
        if loss <= lowest and math.isfinite(loss):
            best, lowest, waited = epoch, loss, 0
        else:
            waited += 1
        if waited == patience:
            break
    return _checked(best, patience)


@instead_of("early_stop")
def better_than_the_last_one(val_losses, patience):
    """You compared each loss with the one before it. A curve that has risen can fall for long
    without a new best: compare with the lowest so far."""
    best, waited = None, 0
    for epoch, loss in enumerate(val_losses):
        if math.isfinite(loss) and (best is None or not loss >= val_losses[epoch - 1]):
            waited = 0
        else:
            waited += 1
        if math.isfinite(loss) and (best is None or loss < val_losses[best]):
            best = epoch
        if waited == patience:
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
def the_first_loss_whatever_it_is(val_losses, patience):
    """You began with the first loss as the best. If it is NaN no loss is ever less than it:
    begin with infinity."""
    if not val_losses:
        raise ValueError("no losses")
    best, waited = 0, 0
    for epoch, loss in enumerate(val_losses):
        if epoch == 0 or loss < val_losses[best]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return _checked(best, patience)


def _checked(best, patience):
    if patience < 1 or best is None:
        raise ValueError(f"no best epoch with patience {patience}")
    return best


@instead_of("best_params")
def the_tensor_itself(run, patience):
    """You kept the tensor itself. Training moves it on in place, so in the end it holds the last
    parameters, not the best: keep a clone."""
    return right._best(run, patience, keep=lambda params: params.detach())


@instead_of("best_params")
def the_last_parameters(run, patience):
    """You returned the parameters of the epoch at which patience ran out. The best ones lie
    before it: clone them when they come by."""
    kept = []

    def epochs():
        for params, loss in run:
            kept.append(params.detach().clone())
            yield params, loss

    right._best(epochs(), patience, keep=lambda params: None)
    return kept[-1]


@instead_of("best_params")
def trained_to_the_end(run, patience):
    """You took the whole run before you looked at it. Early stopping is there to save those
    epochs: stop taking when patience runs out."""
    epochs = [(params.detach().clone(), loss) for params, loss in run]
    return right.best_params(epochs, patience)


@instead_of("best_params")
def a_clone_with_its_graph(run, patience):
    """You cloned without detaching. The clone is part of a graph and requires a gradient."""
    return right._best(run, patience, keep=lambda params: params.clone())
