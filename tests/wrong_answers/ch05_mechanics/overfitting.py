"""Wrong answers to ch05_mechanics/overfitting, as people write them."""

import math

from katas._dojo.writing.mistakes import instead_of


@instead_of("early_stop")
def nan_passes_for_better(val_losses, patience):
    """A NaN compares as false, and lands in the branch of a new lowest; so does a first inf.

    Known: nan_taken_for_a_best, waiting_counted_from_epoch_0.
    """
    if patience < 1:
        raise ValueError(f"patience is {patience}")
    best = best_epoch = None
    waited = 0
    for epoch, loss in enumerate(val_losses):
        if best is not None and loss >= best:
            waited += 1
            if waited == patience:
                break
        else:
            best, best_epoch, waited = loss, epoch, 0
    if best_epoch is None:
        raise ValueError("there is no best loss")
    return best_epoch


@instead_of("early_stop")
def nan_is_not_waited_for(val_losses, patience):
    """A loss that is NaN or infinite is passed over, and uses up no patience.

    Known: nan_not_waited_for.
    """
    if patience < 1:
        raise ValueError(f"patience is {patience}")
    best, best_epoch, waited = math.inf, None, 0
    for epoch, loss in enumerate(val_losses):
        if not math.isfinite(loss):
            continue
        if loss < best:
            best, best_epoch, waited = loss, epoch, 0
        else:
            waited += 1
            if waited >= patience:
                break
    if best_epoch is None:
        raise ValueError("there is no best loss")
    return best_epoch


@instead_of("diagnose")
def verdict_from_the_gap(train_losses, val_losses, window=5, tolerance=0.05):
    """The verdict looks at how far one curve lies above the other.

    Known: the_gap_between_the_curves, nan_passes, lengths_not_compared.
    """
    train, val = sum(train_losses[-window:]) / window, sum(val_losses[-window:]) / window
    start = sum(train_losses[:window]) / window
    if not train < (1 - tolerance) * start:
        return "underfitted"
    return "overfitted" if val > (1 + tolerance) * train else "well fitted"


@instead_of("early_stop")
def epochs_since_the_best_from_epoch_0(val_losses, patience):
    """Epoch 0 passes for the best also where it was none, and patience is one too long.

    Known: waiting_counted_from_epoch_0.
    """
    if patience < 1:
        raise ValueError(f"patience is {patience}")
    best, at, found = math.inf, 0, False
    for epoch, loss in enumerate(val_losses):
        if loss < best:
            best, at, found = loss, epoch, True
        if epoch - at >= patience:
            break
    if not found:
        raise ValueError("there is no best loss")
    return at


def check(train_losses, val_losses, window):
    if len(train_losses) != len(val_losses):
        raise ValueError("lists of different lengths")
    if not all(math.isfinite(x) for x in [*train_losses, *val_losses]):
        raise ValueError("losses must be finite")
    if window < 1 or window > len(train_losses):
        raise ValueError(f"bad window {window}")


def moving_means(losses, window):
    return [sum(losses[i : i + window]) / window for i in range(len(losses) - window + 1)]


@instead_of("diagnose")
def single_losses(train_losses, val_losses, window=5, tolerance=0.05):
    """The first and the last loss are compared, without a mean.

    Known: noise_taken_for_a_trend.
    """
    check(train_losses, val_losses, window)
    if train_losses[-1] >= train_losses[0] * (1 - tolerance):
        return "underfitted"
    if val_losses[-1] >= val_losses[0] * (1 - tolerance):
        return "overfitted"
    if val_losses[-1] > min(val_losses) * (1 + tolerance):
        return "overfitted"
    return "well fitted"


@instead_of("diagnose")
def one_window_after_the_other(train_losses, val_losses, window=5, tolerance=0.05):
    """The windows do not overlap, and a short one ends the list.

    Known: nothing.
    """
    check(train_losses, val_losses, window)

    def smooth(losses):
        chunks = [losses[i : i + window] for i in range(0, len(losses), window)]
        return [sum(c) / len(c) for c in chunks]

    train, val = smooth(train_losses), smooth(val_losses)
    if train[-1] >= (1 - tolerance) * train[0]:
        return "underfitted"
    if val[-1] >= (1 - tolerance) * val[0] or val[-1] > (1 + tolerance) * min(val):
        return "overfitted"
    return "well fitted"


@instead_of("diagnose")
def turn_not_looked_for(train_losses, val_losses, window=5, tolerance=0.05):
    """A validation curve that fell and rose again a little passes for well.

    Known: the_turn_not_seen.
    """
    check(train_losses, val_losses, window)
    t, v = moving_means(train_losses, window), moving_means(val_losses, window)
    train_fell = t[-1] < (1 - tolerance) * t[0]
    val_fell = v[-1] < (1 - tolerance) * v[0]
    if not train_fell:
        return "underfitted"
    return "well fitted" if val_fell else "overfitted"


@instead_of("early_stop")
def the_epoch_where_it_stopped(val_losses, patience):
    """What comes back is the epoch that was one too many.

    Known: the_epoch_of_stopping.
    """
    if patience < 1:
        raise ValueError("patience must be at least 1")
    best, counter = float("inf"), 0
    for i, loss in enumerate(val_losses):
        if loss < best:
            best, counter = loss, 0
        else:
            counter += 1
        if counter >= patience:
            return i
    if best == float("inf"):
        raise ValueError("no finite loss")
    return len(val_losses) - 1


@instead_of("early_stop")
def bad_epochs_in_all(val_losses, patience):
    """The count of losses that were no new lowest is never set back, and the last of equals wins.

    Known: patience_used_up_for_good.
    """
    if patience < 1:
        raise ValueError(f"patience={patience}")
    best, best_epoch, bad = math.inf, None, 0
    for epoch, loss in enumerate(val_losses):
        if loss <= best and loss != math.inf:
            best, best_epoch = loss, epoch
        else:
            bad += 1
            if bad == patience:
                break
    if best_epoch is None:
        raise ValueError("nothing to choose from")
    return best_epoch


@instead_of("early_stop")
def lowest_of_all(val_losses, patience):
    """Patience does not matter.

    Known: the_lowest_of_all.
    """
    if patience < 1:
        raise ValueError("patience < 1")
    finite = [(loss, i) for i, loss in enumerate(val_losses) if math.isfinite(loss)]
    if not finite:
        raise ValueError("no loss")
    return min(finite)[1]
