"""Wrong answers to ch14_detection/baseline_roc, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


def _roc(mm, malignant, thresholds):
    predicted = mm[None, :] >= thresholds[:, None]
    tpr = (predicted & malignant[None]).sum(1).double() / malignant.sum()
    fpr = (predicted & ~malignant[None]).sum(1).double() / (~malignant).sum()
    return fpr, tpr


@instead_of("diameter_baseline")
def on_the_wrong_set(train_mm, train_malignant, val_mm, val_malignant):
    """The validation set chooses and judges.

    Known: chosen_on_the_validation_set.
    """
    thresholds = val_mm.sort(descending=True).values
    fpr, tpr = _roc(val_mm, val_malignant, thresholds)
    best = int(torch.argmax(tpr - fpr))
    return thresholds[best].item(), fpr[best].item(), tpr[best].item()


@instead_of("diameter_baseline")
def spaced(train_mm, train_malignant, val_mm, val_malignant):
    """Thresholds are evenly spaced between the largest and the smallest diameter.

    Known: a_hundred_thresholds.
    """
    thresholds = torch.linspace(
        train_mm.max().item(), train_mm.min().item(), 100, device=train_mm.device
    ).double()
    fpr, tpr = _roc(train_mm.double(), train_malignant, thresholds)
    best = thresholds[torch.argmax(tpr - fpr)]
    fpr, tpr = _roc(val_mm.double(), val_malignant, best[None])
    return best.item(), fpr.item(), tpr.item()


@instead_of("diameter_baseline")
def as_many_as_possible(train_mm, train_malignant, val_mm, val_malignant):
    """The most malignant ones are found where everything is malignant.

    Known: most_of_them_found.
    """
    best_tpr, best = -1.0, None
    for threshold in train_mm.unique().flip(0).tolist():
        tpr = (train_mm[train_malignant] >= threshold).double().mean().item()
        if tpr > best_tpr:
            best_tpr, best = tpr, threshold
    fpr = (val_mm[~val_malignant] >= best).double().mean().item()
    return best, fpr, (val_mm[val_malignant] >= best).double().mean().item()


@instead_of("diameter_baseline")
def judged_at_home(train_mm, train_malignant, val_mm, val_malignant):
    """The rates are those of the training set, and the smallest of equals is chosen.

    Known: rates_of_the_training_set, the_smallest_of_equals.
    """
    thresholds = torch.unique(train_mm)
    fpr, tpr = _roc(train_mm, train_malignant, thresholds)
    best = torch.argmax(tpr - fpr)
    return thresholds[best].item(), fpr[best].item(), tpr[best].item()


@instead_of("diameter_baseline")
def means_of_both(train_mm, train_malignant, val_mm, val_malignant):
    """The mean goes over all nodules, and the smallest of equals is taken.

    Known: shares_of_all, the_smallest_of_equals.
    """
    ts = train_mm.unique()
    pred = train_mm[None] >= ts[:, None]
    hits = (pred & train_malignant).sum(1) / train_malignant.sum()
    alarms = (pred & ~train_malignant).sum(1) / (~train_malignant).sum()
    t = ts[(hits - alarms).argmax()].item()
    p = val_mm >= t
    false, true = p & ~val_malignant, p & val_malignant
    return t, false.double().mean().item(), true.double().mean().item()
