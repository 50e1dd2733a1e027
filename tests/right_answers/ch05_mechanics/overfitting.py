"""Right answers to ch05_mechanics/overfitting, written differently."""

import itertools
import math

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "By then the lists are of one length.": [
        ("<= len(train_losses):", "<= len(val_losses):"),
    ],
    "Means of one window compare with each other as their sums do.": [
        ("sum(losses[i : i + window]) / window", "sum(losses[i : i + window])"),
        ("sum(losses[i : i + window]) / window", "sum(losses[i : i + window]) * window"),
    ],
    "One loss more is taken from the list, but compared with nothing.": [
        (
            """
            if loss < lowest:  # False for NaN
                best, lowest, waited = epoch, loss, 0
            else:
                waited += 1
            if waited == patience:
                break
            """,
            """
            if waited == patience:
                break
            if loss < lowest:
                best, lowest, waited = epoch, loss, 0
            else:
                waited += 1
            """,
        ),
    ],
    "Nobody else holds the number waited.": [("waited += 1", "waited = waited + 1")],
    "What is counted by ones meets patience before it is beyond.": [
        ("waited == patience", "waited >= patience"),
    ],
}


@instead_of("diagnose")
def with_tensors(train_losses, val_losses, window=5, tolerance=0.05):
    if len(train_losses) != len(val_losses):
        raise ValueError(f"lengths {len(train_losses)} and {len(val_losses)}")
    if window < 1 or len(val_losses) < window:
        raise ValueError(f"window={window}")
    both = torch.tensor([train_losses, val_losses], dtype=torch.float64)
    if not both.isfinite().all():
        which = "val_losses" if both[0].isfinite().all() else "train_losses"
        raise ValueError(f"{which} must be finite")
    means = both.unfold(1, window, 1).mean(2)
    train_fell, val_fell = (means[:, -1] < (1 - tolerance) * means[:, 0]).tolist()
    turned = bool(means[1, -1] > (1 + tolerance) * means[1].min())
    if train_fell and val_fell and not turned:
        return "well fitted"
    return "overfitted" if train_fell else "underfitted"


@instead_of("diagnose")
def with_running_sums(train_losses, val_losses, window=5, tolerance=0.05):
    def trend(name, losses):
        if bad := [loss for loss in losses if loss - loss != 0]:
            raise ValueError(f"{name} holds {bad[0]}")
        totals = [0.0, *itertools.accumulate(losses)]
        if window < 1 or window >= len(totals):
            raise ValueError(f"{len(losses)} losses are too few for window {window}")
        sums = [b - a for a, b in zip(totals, totals[window:], strict=False)]
        first, last, lowest = sums[0], sums[-1], min(sums)
        return last < first * (1 - tolerance), last > lowest * (1 + tolerance)

    if len(train_losses) != len(val_losses):
        raise ValueError(f"{len(val_losses)} != {len(train_losses)}")
    learns, _ = trend("train_losses", train_losses)
    carries_over, turns = trend("val_losses", val_losses)
    if not learns:
        return "underfitted"
    return "well fitted" if carries_over and not turns else "overfitted"


@instead_of("early_stop")
def from_the_definition(val_losses, patience):
    if patience <= 0:
        raise ValueError("patience must be positive")
    losses = [loss if math.isfinite(loss) else math.inf for loss in val_losses]
    for now, loss in enumerate(losses):
        best = losses.index(min(losses[: now + 1]))
        since = now - best if losses[best] < math.inf else now + 1
        if since == patience or (loss == loss and now == len(losses) - 1):
            if losses[best] == math.inf:
                break
            return best
    raise ValueError("there is no best loss")


@instead_of("early_stop")
def with_an_iterator(val_losses, patience):
    if patience < 1:
        raise ValueError(f"{patience} is no patience")
    left, best = patience, (float("inf"), None)
    epochs = enumerate(val_losses)
    while left and (item := next(epochs, None)):
        epoch, loss = item
        if not math.isnan(loss) and loss < best[0]:
            left, best = patience, (loss, epoch)
        else:
            left -= 1
    if best[1] is None:
        raise ValueError("no best")
    return best[1]
