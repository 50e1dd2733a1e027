"""Right answers to ch11_training/class_metrics, written differently."""

import math

import numpy as np

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A tensor of one number is a number, too, as in the book.": [
        ("losses[chosen].mean().item()", "losses[chosen].mean()"),
        ("100 * correct[chosen].double().mean().item()", "100 * correct[chosen].double().mean()"),
    ],
    "Labels are 0 or 1.": [("labels == 1", "labels >= 1")],
}


@instead_of("class_metrics")
def the_book_with_labels_of_their_own(metrics_t, threshold=0.5):
    neg_label_mask = metrics_t[0] <= 0.5
    neg_pred_mask = metrics_t[1] <= threshold

    pos_label_mask = ~neg_label_mask
    pos_pred_mask = ~neg_pred_mask

    neg_count = int(neg_label_mask.sum())
    pos_count = int(pos_label_mask.sum())

    neg_correct = int((neg_label_mask & neg_pred_mask).sum())
    pos_correct = int((pos_label_mask & pos_pred_mask).sum())

    metrics_dict = {}
    metrics_dict["loss/all"] = metrics_t[2].mean()
    metrics_dict["loss/neg"] = metrics_t[2, neg_label_mask].mean()
    metrics_dict["loss/pos"] = metrics_t[2, pos_label_mask].mean()

    metrics_dict["correct/all"] = (pos_correct + neg_correct) / np.float32(metrics_t.shape[1]) * 100
    metrics_dict["correct/neg"] = neg_correct / np.float32(neg_count) * 100
    metrics_dict["correct/pos"] = pos_correct / np.float32(pos_count) * 100
    return metrics_dict


@instead_of("class_metrics")
def sample_by_sample(metrics, threshold=0.5):
    losses, right = {"all": [], "neg": [], "pos": []}, {"all": [], "neg": [], "pos": []}
    for label, probability, loss in metrics.T.tolist():
        for name in ("all", "pos" if label else "neg"):
            losses[name].append(loss)
            right[name].append((probability > threshold) is bool(label))
    found = {}
    for name in losses:
        n = len(losses[name])
        found[f"loss/{name}"] = sum(losses[name]) / n if n else math.nan
        found[f"correct/{name}"] = 100.0 * sum(right[name]) / n if n else math.nan
    return found


@instead_of("class_metrics")
def by_weights(metrics, threshold=0.5):
    labels, probabilities, losses = metrics.double()
    right = 1 - ((probabilities > threshold).double() - labels).abs()
    weights = {"all": labels * 0 + 1, "neg": 1 - labels, "pos": labels}
    return {
        f"{key}/{name}": ((values @ weight) / weight.sum()).item()
        for key, values in {"loss": losses, "correct": 100 * right}.items()
        for name, weight in weights.items()
    }
