"""Wrong answers to ch12_metrics/confusion_counts, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("confusion_counts")
def one_half_of_a_logit(logits, labels, threshold=0.5):
    """The logit of class 1 is compared with the threshold.

    Known: logits_for_probabilities.
    """
    says_yes = logits[:, 1] > threshold
    tp = (says_yes & (labels == 1)).sum().item()
    fp = (says_yes & (labels == 0)).sum().item()
    fn = (~says_yes & (labels == 1)).sum().item()
    tn = (~says_yes & (labels == 0)).sum().item()
    return tp, fp, fn, tn


@instead_of("confusion_counts")
def products_of_integers(logits, labels, threshold=0.5):
    """What is not positive is ~ of an integer.

    Known: not_of_an_integer.
    """
    predicted = logits.softmax(-1)[:, 1] > threshold
    tp = int((predicted * labels).sum())
    fp = int((predicted * ~labels).sum())
    fn = int((~predicted * labels).sum())
    tn = int((~predicted * ~labels).sum())
    return tp, fp, fn, tn


@instead_of("confusion_counts")
def the_order_of_a_matrix(logits, labels, threshold=0.5):
    """Negatives come first, and what lies at the threshold is positive.

    Known: true_negatives_first, at_the_threshold.
    """
    predicted = (logits.softmax(1)[:, 1] >= threshold).long()
    matrix = (labels * 2 + predicted).bincount(minlength=4)
    return tuple(matrix.tolist())


@instead_of("confusion_counts")
def the_larger_logit(logits, labels, threshold=0.5):
    """The threshold is not looked at.

    Known: the_larger_of_the_two.
    """
    positive = labels.bool()
    predicted = logits.argmax(1).bool()
    tp = int((positive & predicted).sum())
    fp = int(predicted.sum()) - tp
    fn = int(positive.sum()) - tp
    return tp, fp, fn, len(labels) - tp - fp - fn


@instead_of("confusion_counts")
def the_first_column(logits, labels, threshold=0.5):
    """Class 0 is taken for the positive one in the predictions.

    Known: the_probability_of_class_0.
    """
    predicted = logits.softmax(dim=-1)[:, 0] > threshold
    actual = labels > 0
    pairs = list(zip(predicted.tolist(), actual.tolist(), strict=True))
    wanted = [(True, True), (True, False), (False, True), (False, False)]
    return tuple(pairs.count(pair) for pair in wanted)


@instead_of("confusion_counts")
def predictions_as_integers(logits, labels, threshold=0.5):
    """Predictions are integers, too, and ~ is taken of both.

    Known: not_of_predictions_either.
    """
    pred = (logits.softmax(dim=1)[:, 1] > threshold).long()
    tp = (pred * labels).sum().item()
    fp = (pred * ~labels).sum().item()
    fn = (~pred * labels).sum().item()
    tn = (~pred * ~labels).sum().item()
    return tp, fp, fn, tn


@instead_of("confusion_counts")
def softmax_by_hand(logits, labels, threshold=0.5):
    """What exp makes of large logits is inf.

    Known: overflowing.
    """
    e = logits.exp()
    pred = e[:, 1] / e.sum(1) > threshold
    pos = labels == 1
    return tuple(int(it.sum()) for it in (pred & pos, pred & ~pos, ~pred & pos, ~pred & ~pos))


@instead_of("confusion_counts")
def if_without_else(logits, labels, threshold=0.5):
    """All that is predicted counts as a false alarm, and all that is not as left alone.

    Known: nothing.
    """
    tp = fp = fn = tn = 0
    for p, y in zip(logits.softmax(1)[:, 1], labels, strict=True):
        if p > threshold:
            if y == 1:
                tp += 1
            fp += 1
        else:
            if y == 1:
                fn += 1
            tn += 1
    return tp, fp, fn, tn


@instead_of("confusion_counts")
def nothing_to_find(logits, labels, threshold=0.5):
    """Without a positive sample it does not look for false alarms.

    Known: nothing.
    """
    if labels.sum() == 0:
        return 0, 0, 0, len(labels)
    pred = logits.softmax(-1)[..., 1] > threshold
    pos = labels.bool()
    tp = torch.count_nonzero(pred & pos).item()
    fp = torch.count_nonzero(pred & ~pos).item()
    fn = torch.count_nonzero(~pred & pos).item()
    return tp, fp, fn, len(labels) - tp - fp - fn


@instead_of("confusion_counts")
def to_two_places(logits, labels, threshold=0.5):
    """Probabilities are rounded, so what is a little above the threshold is not.

    Known: nothing.
    """
    pred = logits.double().softmax(1)[:, 1].round(decimals=2) > threshold
    pos = labels == 1
    return tuple(int(it.sum()) for it in (pred & pos, pred & ~pos, ~pred & pos, ~pred & ~pos))
