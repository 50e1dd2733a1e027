"""Right answers to ch14_detection/baseline_roc, written differently."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("diameter_baseline")
def from_the_whole_curve(train_mm, train_malignant, val_mm, val_malignant):
    threshold = train_mm.unique().flip(0)
    predictions = train_mm[None] >= threshold[:, None]
    tp = predictions[:, train_malignant].double().mean(1)
    fp = predictions[:, ~train_malignant].double().mean(1)
    chosen = threshold[(tp - fp).argmax()]
    said = val_mm >= chosen
    n_mal, n_ben = val_malignant.sum(), (~val_malignant).sum()
    fpr, tpr = (said & ~val_malignant).sum() / n_ben, (said & val_malignant).sum() / n_mal
    return chosen.item(), fpr.item(), tpr.item()


@instead_of("diameter_baseline")
def in_plain_python(train_mm, train_malignant, val_mm, val_malignant):
    def rates(diameters, labels, at):
        counts = {False: [0, 0], True: [0, 0]}
        for mm, label in zip(diameters.tolist(), labels.tolist(), strict=True):
            counts[label][0] += mm >= at
            counts[label][1] += 1
        return [hits / total for hits, total in counts.values()]

    best, best_gain = 0.0, -2.0
    for at in sorted(train_mm.tolist()):
        fpr, tpr = rates(train_mm, train_malignant, at)
        if tpr - fpr >= best_gain:
            best, best_gain = at, tpr - fpr
    fpr, tpr = rates(val_mm, val_malignant, best)
    return best, fpr, tpr
