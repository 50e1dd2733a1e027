"""Wrong answers to ch11_training/class_metrics, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("class_metrics")
def the_threshold_for_labels_too(metrics, threshold=0.5):
    """Labels are compared with the threshold, as in the book.

    Known: labels_by_the_threshold_as_in_the_book.
    """
    neg, neg_pred = metrics[0] <= threshold, metrics[1] <= threshold
    pos = ~neg
    right = neg == neg_pred
    return {
        "loss/all": metrics[2].mean().item(),
        "loss/neg": metrics[2, neg].mean().item(),
        "loss/pos": metrics[2, pos].mean().item(),
        "correct/all": right.float().mean().item() * 100,
        "correct/neg": right[neg].float().mean().item() * 100,
        "correct/pos": right[pos].float().mean().item() * 100,
    }


@instead_of("class_metrics")
def guarded_by_try(metrics, threshold=0.5):
    """An empty class has no error to catch where losses are averaged, and 0 per cent.

    Known: an_empty_class_is_all_wrong.
    """
    result = {}
    label, prob, loss = metrics
    for name, mask in [("all", label >= 0), ("neg", label == 0), ("pos", label == 1)]:
        n = int(mask.sum())
        right = int((mask & ((prob > threshold) == (label == 1))).sum())
        try:
            result["loss/" + name] = float(loss[mask].sum()) / n
            result["correct/" + name] = right / n * 100
        except ZeroDivisionError:
            result["loss/" + name] = 0.0
            result["correct/" + name] = 0.0
    return result


@instead_of("class_metrics")
def macro(metrics, threshold=0.5):
    """All is the mean of both classes, and at the threshold it is yes.

    Known: all_as_the_mean_of_the_classes, yes_at_the_threshold.
    """
    labels, preds, losses = metrics
    out = {}
    for key, value in (("neg", 0), ("pos", 1)):
        these = labels == value
        out[f"loss/{key}"] = losses[these].mean().item()
        out[f"correct/{key}"] = ((preds[these] >= threshold) == value).float().mean().item() * 100
    out["loss/all"] = (out["loss/neg"] + out["loss/pos"]) / 2
    out["correct/all"] = (out["correct/neg"] + out["correct/pos"]) / 2
    return out


@instead_of("class_metrics")
def of_everything(metrics, threshold=0.5):
    """Each count is divided by the number of all samples.

    Known: out_of_all_samples.
    """
    labels, probs, losses = metrics
    n = labels.numel()
    pos = labels.bool()
    hit = (probs > threshold) == pos
    return {
        "loss/all": losses.mean().item(),
        "loss/neg": losses[~pos].mean().item(),
        "loss/pos": losses[pos].mean().item(),
        "correct/all": 100 * hit.sum().item() / n,
        "correct/neg": 100 * (hit & ~pos).sum().item() / n,
        "correct/pos": 100 * (hit & pos).sum().item() / n,
    }


@instead_of("class_metrics")
def python_division(metrics, threshold=0.5):
    """An empty class is an error.

    Known: an_empty_class_raises.
    """
    rows = metrics.T.tolist()
    groups = {"all": rows, "neg": [r for r in rows if r[0] == 0], "pos": [r for r in rows if r[0]]}
    out = {}
    for name, group in groups.items():
        out[f"loss/{name}"] = sum(r[2] for r in group) / len(group)
        correct = sum((r[1] > threshold) == bool(r[0]) for r in group)
        out[f"correct/{name}"] = correct / len(group) * 100
    return out
